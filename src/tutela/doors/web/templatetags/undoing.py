"""What a form says of whether its act can be taken back."""

from __future__ import annotations

from django import template

from tutela.doors.web import undo
from tutela.doors.web.forms import ActionForm

register = template.Library()


@register.filter
def can_be_undone(form: ActionForm) -> str:
    """Whether, and how, this can be taken back; said before it is done."""
    return undo.said(form.action)
