from events.exports import vevents as module
from events.exports.vevents import vevents
from tests.exports.released import SITE, at, item, small


def test_entry_that_cannot_be_written_costs_itself_and_is_told(monkeypatch, caplog):
    broken = "00000000-0000-4000-8000-000000000001"
    programme = small(item("Sound", at(10)), item("Broken", at(11), uid=broken))
    moments = module.moments

    def failing(start, end, zone):
        if start == at(11):
            raise RuntimeError("cannot be written")
        return moments(start, end, zone)

    whole = vevents(programme, "en", SITE, items=True)
    monkeypatch.setattr(module, "moments", failing)

    assert vevents(programme, "en", SITE, items=True) == whole[:1]
    assert f"Entry {broken} is left out of the calendars" in caplog.text
