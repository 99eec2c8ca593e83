from collections.abc import Iterator
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.checked import CheckedTogether
from events.models.feed_revision import FeedRevision, public_scopes
from events.models.fields import (
    LanguagesField,
    LineField,
    TranslatedLine,
    TranslatedText,
    ZoneField,
    choices,
    clock_error,
    one_of,
    uid_field,
)
from events.models.history import History
from events.models.mission import Mission
from events.models.occasion import Edition
from events.models.place import Place
from events.models.search import Searchable, found_in
from events.models.submission import Submittable
from events.models.user import User
from events.programme.choices import EventKind, Phase, Status
from events.programme.fold import search_terms
from events.scoping import scoped

# Where a word of a search may stand besides the event's own texts.
NAMED_IN = (
    "place__search_text",
    "hosts__organisation__search_text",
    "parts__items__contributions__person__search_text",
    "parts__items__contributions__replaced_by__search_text",
    "parts__items__contributions__organisation__search_text",
)


class EventQuerySet(models.QuerySet):
    def on_their_own(self) -> "EventQuerySet":
        """Events that are not held within another one."""
        return self.filter(parent__isnull=True)

    def coming(self, today: date) -> "EventQuerySet":
        """Those that last until today or longer, the next one first."""
        return self.filter(Q(until__gte=today) | Q(until__isnull=True, on__gte=today)).order_by("on", "slug")

    def past(self, today: date) -> "EventQuerySet":
        return self.filter(Q(until__lt=today) | Q(until__isnull=True, on__lt=today)).order_by("-on", "slug")

    def undated(self) -> "EventQuerySet":
        return self.filter(on__isnull=True).order_by("slug")

    def search(self, words: str) -> Self:
        """Those in which every word is found: in their texts, their occasion, place, hosts or contributors."""
        rows = self
        for terms in search_terms(words):
            found = found_in("search_text", terms)
            for column in NAMED_IN:
                named = found_in(column, terms)
                if column.startswith("parts"):
                    named &= Q(parts__items__removed_at__isnull=True)
                found |= Q(pk__in=self.model._base_manager.filter(named).values("pk"))
            rows = rows.filter(found)
        return rows

    def with_agenda(self) -> "EventQuerySet":
        """Everything that a snapshot reads, in the same number of queries for one item and for thirty."""
        return self.select_related("mission", "edition__occasion", "place").prefetch_related(
            "edition__occasion__aliases",
            "hosts__organisation__parent__parent",
            "audience_groups",
            "days",
            "order_rules",
            "works",
            "claims__claim__source",
            "figure_decisions__by",
            "parts__place",
            "parts__items__contributions__organisation__parent__parent",
            "parts__items__contributions__other_organisation__parent__parent",
            "parts__items__contributions__person__offices__organisation__parent__parent",
            "parts__items__contributions__other_person__offices__organisation__parent__parent",
            "parts__items__contributions__replaced_by__offices__organisation__parent__parent",
        )


class PresentManager(models.Manager):
    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(deleted_at__isnull=True)


# Last parts of addresses at the desk that mean something else.
RESERVED_SLUGS = (
    "deleted",
    "figures",
    "members",
    "occasions",
    "openings",
    "organisations",
    "people",
    "phrases",
    "places",
    "settings",
)


class Event(Submittable, Searchable, CheckedTogether):
    """One thing that is held. Its working copy: what the public sees is made from its releases."""

    mission = models.ForeignKey(Mission, models.PROTECT, related_name="+")
    uid = uid_field()
    slug = models.SlugField(max_length=100)
    kind = LineField(max_length=20, choices=choices(EventKind))
    title = TranslatedLine()
    short_title = TranslatedLine(blank=True)
    subtitle = TranslatedLine(blank=True)
    dedication = TranslatedLine(blank=True)
    theme = TranslatedLine(blank=True)
    objective = TranslatedText(blank=True)
    note = TranslatedText(blank=True)
    guest_notes = TranslatedText(blank=True)
    dress = TranslatedLine(blank=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    room = TranslatedLine(blank=True)
    zone = ZoneField()
    on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="The last day, where it lasts several.")
    ends_by = models.TimeField(null=True, blank=True, help_text="The hour by which it has to be over.")
    status = LineField(max_length=12, choices=choices(Status), default=Status.TENTATIVE.value)
    day_open = models.BooleanField(
        default=False, help_text="Postponed: the day is the old one, a new one is not known yet."
    )
    languages = LanguagesField()
    prints_unconfirmed = models.BooleanField(
        default=False, help_text="Guests read the names of people who have not answered yet."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    # Raised with every change to anything of the event; what changed since the release is above its version.
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    # Whether the public could see it when it was loaded or saved last.
    _was_public = True

    objects = scoped(PresentManager.from_queryset(EventQuerySet), mission="mission")
    with_deleted = scoped(models.Manager.from_queryset(EventQuerySet), mission="mission")
    history = History(excluded_fields=["search_text", "changed_at", "changed_by"])

    class Meta:
        ordering = ["on", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "slug"], name="event_slug_once_in_a_mission"),
            models.CheckConstraint(condition=~Q(slug__in=RESERVED_SLUGS), name="event_slug_free"),
            models.CheckConstraint(condition=one_of("kind", EventKind), name="event_kind_known"),
            models.CheckConstraint(condition=one_of("status", Status), name="event_status_known"),
            models.CheckConstraint(condition=~Q(title=""), name="event_has_a_title"),
            models.CheckConstraint(
                condition=Q(submission_state__in=["none", "submitted", "sent-back"]),
                name="event_submission_known",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(on__isnull=False, on__lte=F("until")),
                name="event_begins_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(ends_by__isnull=True) | Q(on__isnull=False), name="event_ends_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="event_not_own_parent",
                violation_error_message=_("An event cannot be held within itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any) -> "Event":
        event = super().from_db(db, field_names, values)
        event._was_public = event._is_public
        return event

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and with it tell the calendars that an event leaves or comes back to."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self._is_public != self._was_public:
                self.tell_feeds()
        self._was_public = self._is_public

    @property
    def _is_public(self) -> bool:
        """Whether the public may see its releases, by what is loaded of it."""
        return not (self.__dict__.get("withdrawn_at") or self.__dict__.get("deleted_at"))

    def tell_feeds(self) -> None:
        """Say that the public calendars which have ever held the event may hold something else from now on."""
        releases = self._meta.get_field("releases").related_model._base_manager.filter(event=self.pk)
        places = releases.order_by().values_list("mission_slug", "occasion_slug").distinct()
        FeedRevision.objects.rise(scope for each in places for scope in public_scopes(*each))

    @property
    def newest_release(self) -> Any:
        """Return the newest release without its document, None before the first."""
        return self.releases.order_by("-number").only("number", "event_version").first()

    def traced(self) -> tuple[int, int | None]:
        return self.mission_id, self.pk

    def searched(self) -> Iterator[Any]:
        yield from (self.title, self.short_title, self.subtitle, self.theme)
        if self.edition:
            occasion = self.edition.occasion
            yield from (occasion.name, occasion.day_name)
            yield from (alias.name for alias in occasion.aliases.all())

    def clean(self) -> None:
        errors = dict([*self._wrong_days(), *self._wrong_address()])
        if errors:
            raise ValidationError(errors)

    def _wrong_address(self) -> Iterator[tuple[str, Any]]:
        if self.slug in RESERVED_SLUGS:
            yield "slug", _("The planner needs this address itself. Choose another one.")
        elif self.mission_id:
            same = (
                Event.with_deleted.filter(mission=self.mission_id, slug=self.slug).exclude(pk=self.pk).first()
            )
            if same and same.deleted_at:
                yield "slug", _("A deleted event has this address: bring it back, or choose another one.")
            elif same:
                yield "slug", _("Another event of the mission has this address. Choose another one.")

    def _wrong_days(self) -> Iterator[tuple[str, Any]]:
        if self.until and (self.on is None or self.until < self.on):
            yield "until", _("The last day is before the first.")
        if not self.ends_by:
            return
        if self.on is None:
            yield "ends_by", _("An hour by which it ends needs the day of the event.")
            return
        if error := clock_error(self.ends_by, self.on, self.zone):
            yield "ends_by", error
        elif self.pk and self.until in (None, self.on):
            begin = self.parts.filter(starts_at__gte=self.ends_by).filter(
                Q(starts_on=None) | Q(starts_on=self.on)
            )
            if begin.exclude(phase=Phase.AFTER.value):
                yield "ends_by", _("A part of the event begins only then.")

    def keep_change(self, by: User | None) -> None:
        """Save a change to the event's own columns, and count it."""
        self.version += 1
        self.changed_at, self.changed_by = timezone.now(), by
        self.save()
        if self.parent:
            self.parent.raise_version(by)

    def raise_version(self, by: User | None) -> None:
        """Count a change to what is of the event, also for the event that it is held within."""
        self.version += 1
        self.changed_at, self.changed_by = timezone.now(), by
        Event._base_manager.filter(pk=self.pk).update(
            version=F("version") + 1, changed_at=self.changed_at, changed_by=by
        )
        if self.parent:
            self.parent.raise_version(by)
