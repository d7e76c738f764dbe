// Passkeys are offered where the browser has them; when one does not answer, the page says so beside the button.
if (window.PublicKeyCredential) {
  document.querySelectorAll('[data-passkey]').forEach(button => { button.hidden = false })
}
document.addEventListener('allauth.error', event => {
  event.preventDefault()
  const told = document.getElementById('passkey-told')
  if (told) told.hidden = false
})
