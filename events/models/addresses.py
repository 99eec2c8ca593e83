"""E-mail addresses that a mail can go to, and to nobody else."""

import re
import unicodedata
from typing import Any

from django.core.validators import EmailValidator
from django.db import models

LETTERS = ("L", "M", "N")


class AddressValidator(EmailValidator):
    """Narrower than Django's: what stands before the @ is never in quotation marks, what follows is letters.

    Between quotation marks an address may hold what ends a line, and so begin a header of the mail. Of a host's letters
    some are shown and not sent, and others turn the rest about.
    """

    user_regex = re.compile(r"[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*\Z", re.IGNORECASE)

    def validate_domain_part(self, domain_part: str) -> bool:
        if not all(sign in "-." or unicodedata.category(sign)[0] in LETTERS for sign in domain_part):
            return False
        try:
            domain_part.encode("idna")
        except UnicodeError:
            return False
        return super().validate_domain_part(domain_part)


validate_address = AddressValidator()


class AddressField(models.EmailField):
    default_validators = [validate_address]

    def deconstruct(self) -> Any:
        """To the database it is an address like any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.EmailField", args, kwargs


def clean_address(address: str) -> str:
    """Return an address as it is kept; raise a ValidationError where no mail can go to it."""
    validate_address(address)
    return address.lower()
