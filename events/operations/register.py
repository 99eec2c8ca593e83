"""The occasion and the places that a programme names, found in the registers or entered there."""

from events.models import Alias, Edition, Mission, Occasion, Place
from events.models.fields import text_of
from events.operations.import_refusal import RegisterError
from events.programme.agenda import Place as PlaceValue
from events.programme.occasion import Edition as EditionValue
from events.programme.occasion import Occasion as OccasionValue
from events.programme.sentence import sentence
from events.snapshot.registers import occasion_value, place_value


class Register:
    """Finds what is already there, and refuses what differs from it: a file never rewrites a register."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self._places: list[Place] | None = None

    def edition(self, wanted: EditionValue | None) -> Edition | None:
        if wanted is None:
            return None
        occasion = self._occasion(wanted.occasion)
        edition = Edition.objects.filter(occasion=occasion, year=wanted.year).first()
        if edition is None:
            edition = Edition(occasion=occasion, year=wanted.year, message=wanted.message)
            edition.full_clean()
            edition.save()
        elif text_of(edition.message) != wanted.message:
            raise RegisterError(
                sentence(
                    "the message of the edition %(year)s differs from the one kept here",
                    year=str(wanted.year),
                )
            )
        return edition

    def _occasion(self, wanted: OccasionValue) -> Occasion:
        occasion = Occasion.objects.filter(slug=wanted.slug).first()
        if occasion is None:
            return self._new_occasion(wanted)
        if occasion_value(occasion) != wanted:
            raise RegisterError(
                sentence("the occasion “%(name)s” differs from the one kept here", name=wanted.slug)
            )
        return occasion

    def _new_occasion(self, wanted: OccasionValue) -> Occasion:
        silence = wanted.silence
        occasion = Occasion(
            slug=wanted.slug,
            name=wanted.name,
            of_name=wanted.of_name,
            day_name=wanted.day_name,
            base_from=wanted.base_from,
            base_on=wanted.base_on,
            observed_month=wanted.observed_month,
            observed_day=wanted.observed_day,
            register=wanted.register.value,
            **(
                {
                    "silence_at": silence.at,
                    "silence_zone": silence.zone,
                    "silence_duration": silence.duration,
                    "silence_city": silence.city,
                }
                if silence
                else {}
            ),
        )
        occasion.full_clean()
        occasion.save()
        for order, name in enumerate(wanted.aliases):
            alias = Alias(occasion=occasion, order=order, name=name)
            alias.full_clean()
            alias.save()
        return occasion

    def place(self, wanted: PlaceValue | None) -> Place | None:
        """Return the place; its room is said by who uses it."""
        if wanted is None:
            return None
        if self._places is None:
            self._places = list(Place.objects.all())
        for place in self._places:
            if place_value(place, wanted.room) == wanted:
                return place
        place = Place(
            mission=self.mission,
            name=wanted.name,
            address=wanted.address,
            city=wanted.city,
            country=wanted.country,
            zone=wanted.zone,
            latitude=wanted.latitude,
            longitude=wanted.longitude,
            basis=wanted.basis.value,
        )
        place.full_clean()
        place.save()
        self._places.append(place)
        return place
