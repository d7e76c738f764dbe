(function(){var x="/my/x/";
document.addEventListener("keydown",function(e){if(e.key==="Escape"){location.replace(x)}});
document.addEventListener("click",function(e){var a=e.target.closest("a");if(a){e.preventDefault();location.replace(a.href)}});
addEventListener("pageshow",function(e){if(e.persisted){location.reload()}});})();
