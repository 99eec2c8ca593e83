"""The agenda builder, below /desk/<mission>/<event>/."""

from django.urls import path

from events.views import (
    agenda,
    agenda_conflict,
    agenda_fit,
    agenda_items,
    agenda_mends,
    agenda_order,
    agenda_paper,
    agenda_parts,
    agenda_people,
    speaking,
)

agenda_patterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/order/", agenda_order.order, name="agenda_order"),
    path("agenda/speakers/", speaking.speakers, name="speakers"),
    path("agenda/speakers/back/", speaking.back, name="speakers_back"),
    path("agenda/parts/", agenda_parts.add_part, name="agenda_add_part"),
    path("agenda/parts/<uuid:uid>/", agenda_parts.change_part, name="agenda_part"),
    path("agenda/parts/<uuid:uid>/remove/", agenda_parts.remove_part, name="agenda_remove_part"),
    path("agenda/parts/<uuid:uid>/restore/", agenda_parts.restore_part, name="agenda_restore_part"),
    path("agenda/blocks/", agenda_order.add_block, name="agenda_add_block"),
    path("agenda/items/", agenda_items.add_item, name="agenda_add_item"),
    path("agenda/items/<uuid:uid>/", agenda_items.item, name="agenda_item"),
    path("agenda/items/<uuid:uid>/edit/", agenda_items.edit_item, name="agenda_edit_item"),
    path("agenda/items/<uuid:uid>/length/", agenda_items.length, name="agenda_length"),
    path("agenda/items/<uuid:uid>/duplicate/", agenda_items.duplicate, name="agenda_duplicate"),
    path("agenda/items/<uuid:uid>/remove/", agenda_items.remove, name="agenda_remove"),
    path("agenda/items/<uuid:uid>/restore/", agenda_items.restore, name="agenda_restore"),
    path("agenda/items/<uuid:uid>/resolve/", agenda_conflict.resolve, name="agenda_resolve"),
    path("agenda/items/<uuid:uid>/people/", agenda_people.people, name="agenda_people"),
    path("agenda/items/<uuid:uid>/people/find/", agenda_people.find_people, name="agenda_find_people"),
    path("agenda/items/<uuid:uid>/people/add/", agenda_people.add_person, name="agenda_add_person"),
    path(
        "agenda/items/<uuid:uid>/people/<int:pk>/name/", agenda_people.name_person, name="agenda_name_person"
    ),
    path("agenda/items/<uuid:uid>/people/new/", agenda_people.new_person, name="agenda_new_person"),
    path(
        "agenda/items/<uuid:uid>/people/<int:pk>/remove/",
        agenda_people.remove_person,
        name="agenda_remove_person",
    ),
    path("agenda/fit/", agenda_fit.fit, name="agenda_fit"),
    path("agenda/mend/", agenda_mends.mend, name="agenda_mend"),
    path("agenda/mend/again/", agenda_mends.ask_again, name="agenda_ask_again"),
    path("paper/", agenda_paper.paper, name="paper"),
]
