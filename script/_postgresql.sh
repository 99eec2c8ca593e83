# A PostgreSQL of one's own for the time of a command. Sourced, after _setup.sh.

find_postgresql() {
    for folder in $(dirname "$(command -v pg_ctl || echo /nowhere)") /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            echo "$folder"
            return
        fi
    done
}

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

# with_postgresql COMMAND...: run it with TEST_DATABASE_URL of a new, empty server, which is gone afterwards.
with_postgresql() {
    binaries=$(find_postgresql)
    cluster=$(mktemp -d)
    port=$("$VENV_PYTHON" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    [ "$(id -u)" != 0 ] || chown postgres "$cluster"
    # Without fsync: nothing in it has to survive a loss of power.
    as_postgres "$binaries/initdb" -D "$cluster/data" -U planner -A trust -E UTF8 --locale=C.UTF-8 >/dev/null &&
        as_postgres "$binaries/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start \
            -o "-p $port -k $cluster -c listen_addresses=127.0.0.1 -c fsync=off" >/dev/null || {
        cat "$cluster/log" 2>/dev/null
        rm -rf "$cluster"
        return 1
    }
    outcome=0
    TEST_DATABASE_URL="postgres://planner@127.0.0.1:$port/planner" "$@" || outcome=$?
    as_postgres "$binaries/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null
    rm -rf "$cluster"
    return "$outcome"
}
