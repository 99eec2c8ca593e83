"""The database itself refuses to change a release, whoever asks."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER release_is_immutable BEFORE UPDATE ON events_release
WHEN OLD.document IS NOT NEW.document OR OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name
    OR OLD.code IS NOT NEW.code OR OLD.released_at IS NOT NEW.released_at OR OLD.event_id IS NOT NEW.event_id
BEGIN
    SELECT RAISE(ABORT, 'a release is immutable');
END
"""
POSTGRESQL = """
CREATE FUNCTION refuse_release_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a release is immutable' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER release_is_immutable BEFORE UPDATE ON events_release FOR EACH ROW
WHEN (OLD.document IS DISTINCT FROM NEW.document OR OLD.number IS DISTINCT FROM NEW.number
    OR OLD.name IS DISTINCT FROM NEW.name OR OLD.code IS DISTINCT FROM NEW.code
    OR OLD.released_at IS DISTINCT FROM NEW.released_at OR OLD.event_id IS DISTINCT FROM NEW.event_id)
EXECUTE FUNCTION refuse_release_change();
"""
POSTGRESQL_BACK = """
DROP TRIGGER release_is_immutable ON events_release;
DROP FUNCTION refuse_release_change();
"""


def add_trigger(apps, schema_editor):
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def drop_trigger(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL_BACK if postgresql else "DROP TRIGGER release_is_immutable")


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [migrations.RunPython(add_trigger, drop_trigger)]
