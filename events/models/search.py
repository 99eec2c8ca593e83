"""Rows that are found by their texts, in every language and spelling."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from events.models.fields import text_of
from events.programme.fold import search_terms, search_text


def found_in(column: str, terms: tuple[str, ...]) -> Q:
    """The condition that one of the terms stands in the column."""
    condition = Q()
    for term in terms:
        condition |= Q(**{f"{column}__contains": term})
    return condition


class SearchQuerySet(models.QuerySet):
    def search(self, words: str) -> Self:
        """Those in which every word is found; without a word all."""
        rows = self
        for terms in search_terms(words):
            rows = rows.filter(found_in("search_text", terms))
        return rows


class Searchable(models.Model):
    """Keeps ``search_text`` of what ``searched`` returns: translated texts and plain names."""

    search_text = models.TextField(blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = self.reckoned_search_text()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    def searched(self) -> Iterable[Any]:
        raise NotImplementedError

    def refresh_search(self) -> None:
        """Bring the text up to what stands in other rows; that is no change of this one, so no copy is kept."""
        self.search_text = self.reckoned_search_text()
        type(self)._base_manager.filter(pk=self.pk).update(search_text=self.search_text)

    def reckoned_search_text(self) -> str:
        texts: list[str] = []
        for value in self.searched():
            texts.extend([value] if isinstance(value, str) else dict(text_of(value).versions).values())
        return search_text(texts)
