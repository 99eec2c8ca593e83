"""The alternat: the copy for a host lists that host first, the others as they stand."""

from dataclasses import replace

from events.programme.choices import HostRole
from events.programme.value import Host, Programme


def alternating(programme: Programme) -> tuple[Host, ...]:
    """Return the hosts for whom a copy of their own can be made: none where there are not two of them."""
    hosts = tuple(host for host in programme.hosts if host.role in (HostRole.HOST, HostRole.CO_HOST))
    return hosts if len(hosts) > 1 else ()


def copy_for(programme: Programme, uid: str) -> Programme:
    """Return the programme with the host of that organisation first; the same one where there is no such host."""
    first = [host for host in alternating(programme) if host.organisation.uid == uid]
    others = [host for host in programme.hosts if host not in first]
    children = tuple(copy_for(child, uid) for child in programme.children)
    return replace(programme, hosts=(*first, *others), children=children) if uid else programme
