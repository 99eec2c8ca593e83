"""Rows whose checks are asked of the database together, before they are written."""

from collections.abc import Collection
from functools import reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db import models, router
from django.db.models import CheckConstraint, Value


class CheckedTogether(models.Model):
    """Django asks one query for each check, with every field in it: more than all else that is done to an item."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Raise what Django raises: where a rule is broken it is asked again, rule by rule."""
        if not self._keeps_all_rules(set(exclude or ())):
            super().validate_constraints(exclude)

    def _keeps_all_rules(self, exclude: set[str]) -> bool:
        using = router.db_for_write(type(self), instance=self)
        conditions = []
        for rule in self._meta.constraints:
            if not isinstance(rule, CheckConstraint):
                try:
                    rule.validate(type(self), self, exclude=exclude, using=using)
                except ValidationError:
                    return False
            elif exclude.isdisjoint(rule.condition.referenced_base_fields):
                conditions.append(rule.condition)
        if not conditions:
            return True
        together = reduce(and_, conditions)
        fields = [self._meta.get_field(name) for name in together.referenced_base_fields]
        values = {each.name: Value(getattr(self, each.attname), each) for each in fields}
        return together.check(values, using=using)
