"""The closed lists of words that the value, the models and the exports share."""

from enum import StrEnum


class Register(StrEnum):
    """The tone of an occasion; it decides wording and look."""

    MOURNING = "mourning"
    MOURNING_AND_PRIDE = "mourning-and-pride"
    SOLEMN = "solemn"
    NEUTRAL = "neutral"
    FESTIVE = "festive"

    @property
    def mourns(self) -> bool:
        return self in (Register.MOURNING, Register.MOURNING_AND_PRIDE)


class MissionKind(StrEnum):
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    PERMANENT_MISSION = "permanent-mission"
    MINISTRY = "ministry"
    STATE_SERVICE = "state-service"


class OrganisationKind(StrEnum):
    MISSION = "mission"
    STATE_BODY = "state-body"
    THINK_TANK = "think-tank"
    UNIVERSITY = "university"
    MEDIA = "media"
    OTHER = "other"


class EventKind(StrEnum):
    SEMINAR = "seminar"
    EXHIBITION = "exhibition"
    CEREMONY = "ceremony"
    WREATH_LAYING = "wreath-laying"
    FLAG_RAISING = "flag-raising"
    RECEPTION = "reception"
    ROUND_TABLE = "round-table"
    FILM_EVENING = "film-evening"
    VISIT = "visit"
    OTHER = "other"


class Status(StrEnum):
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"


# An event counts as what is gravest about it or about the event that it is held within.
GRAVITY = (Status.HELD, Status.CONFIRMED, Status.TENTATIVE, Status.POSTPONED, Status.CANCELLED)


class Kind(StrEnum):
    """What an item of the agenda is; ``kinds.py`` says what each kind brings with it."""

    OPENING = "opening"
    ANTHEM = "anthem"
    SILENCE = "silence"
    RECITATION = "recitation"
    ADDRESS = "address"
    REMARKS = "remarks"
    MESSAGE = "message"
    PANEL = "panel"
    QUESTIONS = "questions"
    VIDEO = "video"
    MUSIC = "music"
    POETRY = "poetry"
    TESTIMONY = "testimony"
    CANDLES = "candles"
    WREATH_LAYING = "wreath-laying"
    FLOWERS = "flowers"
    FLAG = "flag"
    UNVEILING = "unveiling"
    AWARD = "award"
    SIGNING = "signing"
    TOUR = "tour"
    GROUP_PHOTOGRAPH = "group-photograph"
    MARCH = "march"
    BUGLE_CALL = "bugle-call"
    REFRESHMENTS = "refreshments"
    RECEPTION = "reception"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    SET_UP = "set-up"
    BREAK = "break"
    OTHER = "other"


class Audience(StrEnum):
    PUBLIC = "public"
    INVITED = "invited"
    STAFF = "staff"


class Phase(StrEnum):
    """Where a part stands: doors and arrival come before the calendar entry, refreshments after the programme."""

    BEFORE = "before"
    PROGRAMME = "programme"
    AFTER = "after"


class StartMode(StrEnum):
    LINKED = "linked"
    ALONGSIDE = "alongside"
    FIXED = "fixed"
    ANCHORED = "anchored"


class Shown(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    NOT_AT_ALL = "not-at-all"


class Basis(StrEnum):
    """Whether a fact stands in a source or only holds a place until it is known."""

    STATED = "stated"
    PLACEHOLDER = "placeholder"


class HostRole(StrEnum):
    HOST = "host"
    CO_HOST = "co-host"
    SUPPORTER = "supporter"
    VENUE_PROVIDER = "venue-provider"
    MEDIA_PARTNER = "media-partner"


class Role(StrEnum):
    SPEAKER = "speaker"
    CHAIR = "chair"
    MODERATOR = "moderator"
    MASTER_OF_CEREMONIES = "master-of-ceremonies"
    READER = "reader"
    RECITER = "reciter"
    PERFORMER = "performer"
    WREATH_LAYER = "wreath-layer"
    GUIDE = "guide"
    INTERPRETER = "interpreter"


class Manner(StrEnum):
    """In whose name somebody contributes."""

    OWN = "own"
    ON_BEHALF_OF = "on-behalf-of"
    REPRESENTING = "representing"
    READING_MESSAGE_OF = "reading-message-of"


class Answer(StrEnum):
    """What somebody who was asked to contribute has said."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REPLACED = "replaced"


class Settlement(StrEnum):
    """What an officer may answer to an open matter in the place of filling it in or mending it."""

    NOT_STATED = "not-stated"
    RIGHT = "right"


class FigureChoice(StrEnum):
    """What is done where a text gives another figure than the source of record."""

    RECORD = "record"
    ATTRIBUTE = "attribute"
    BOTH = "both"


class Cue(StrEnum):
    RISE = "rise"
    REMAIN_STANDING = "remain-standing"
    BE_SEATED = "be-seated"
    NO_APPLAUSE = "no-applause"


class Qualifier(StrEnum):
    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    BETWEEN = "between"
    HUNDREDS = "hundreds"
    HUNDREDS_OF_THOUSANDS = "hundreds-of-thousands"
    MANY = "many"
    NOT_STATED = "not-stated"


class Ordered(StrEnum):
    """What of an event stands in an order that a rule gives."""

    SPEAKERS = "speakers"
    HOSTS = "hosts"
    ANTHEMS = "anthems"
    OPENING = "opening"


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"
