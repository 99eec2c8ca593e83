"""Which claims of the ledger an event gives, and in which order."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.ledger_fields import WholeNumberField
from events.models import Claim

MOST = 999


class EventFiguresForm(forms.Form):
    """A tick and a number for each claim: the lowest number comes first, without one last."""

    def __init__(self, *args: Any, claims: Sequence[Claim], given: Sequence[Claim], **options: Any) -> None:
        super().__init__(*args, **options)
        self.claims = claims
        places = {claim.pk: number for number, claim in enumerate(given, start=1)}
        for claim in claims:
            self.fields[f"given_{claim.pk}"] = forms.BooleanField(
                required=False,
                initial=claim.pk in places,
                widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
            )
            number = WholeNumberField(label=_("Order"), initial=places.get(claim.pk))
            number.widget.attrs["aria-describedby"] = "order-help"
            self.fields[f"order_{claim.pk}"] = number

    def rows(self) -> list[tuple[Claim, forms.BoundField, forms.BoundField]]:
        rows = [(claim, self[f"given_{claim.pk}"], self[f"order_{claim.pk}"]) for claim in self.claims]
        for _claim, _given, order in rows:
            if order.errors:
                order.field.widget.attrs["aria-describedby"] += f" {order.id_for_label}_error"
        return rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for claim in self.claims:
            number = cleaned.get(f"order_{claim.pk}")
            if number is not None and not 1 <= number <= MOST:
                self.add_error(f"order_{claim.pk}", _("From 1 to %(most)s.") % {"most": MOST})
        return cleaned

    @property
    def chosen(self) -> list[Claim]:
        numbers = {claim.pk: self.cleaned_data[f"order_{claim.pk}"] for claim in self.claims}
        ticked = [claim for claim in self.claims if self.cleaned_data[f"given_{claim.pk}"]]
        return sorted(ticked, key=lambda claim: MOST + 1 if numbers[claim.pk] is None else numbers[claim.pk])
