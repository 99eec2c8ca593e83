"""For support staff only: look, and mend what the desk cannot. Releases can be read, never changed."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from events import models

admin.site.site_header = "Ceremony planner: support"
admin.site.site_title = "Ceremony planner"
admin.site.register(models.User, UserAdmin)


class MemberInline(admin.TabularInline):
    model = models.Member
    extra = 0


@admin.register(models.Mission)
class MissionAdmin(admin.ModelAdmin):
    list_display = ["slug", "kind", "zone"]
    inlines = [MemberInline]


class AliasInline(admin.TabularInline):
    model = models.Alias
    extra = 0


@admin.register(models.Occasion)
class OccasionAdmin(admin.ModelAdmin):
    list_display = ["slug", "base_on", "register", "silence_at", "silence_zone"]
    inlines = [AliasInline]


@admin.register(models.Edition)
class EditionAdmin(admin.ModelAdmin):
    list_display = ["occasion", "year"]
    list_filter = ["occasion"]


class VariantInline(admin.TabularInline):
    model = models.NameVariant
    extra = 0


class OfficeInline(admin.StackedInline):
    model = models.Office
    extra = 0


@admin.register(models.Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ["__str__", "mission", "kind", "country"]
    list_filter = ["mission"]
    inlines = [VariantInline]


@admin.register(models.Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ["__str__", "mission", "confirmed"]
    list_filter = ["mission", "confirmed"]
    inlines = [OfficeInline, VariantInline]


@admin.register(models.Place)
class PlaceAdmin(admin.ModelAdmin):
    list_display = ["__str__", "mission", "zone", "basis"]
    list_filter = ["mission"]


class HostInline(admin.TabularInline):
    model = models.Host
    extra = 0


class AudienceGroupInline(admin.TabularInline):
    model = models.AudienceGroup
    extra = 0


class OpeningDayInline(admin.TabularInline):
    model = models.OpeningDay
    extra = 0


class EventClaimInline(admin.TabularInline):
    model = models.EventClaim
    extra = 0


@admin.register(models.Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ["slug", "mission", "kind", "on", "status"]
    list_filter = ["mission", "kind", "status"]
    inlines = [HostInline, AudienceGroupInline, OpeningDayInline, EventClaimInline]


class ItemInline(admin.StackedInline):
    model = models.Item
    extra = 0
    show_change_link = True


@admin.register(models.Part)
class PartAdmin(admin.ModelAdmin):
    list_display = ["event", "order", "phase", "audience", "starts_at"]
    list_filter = ["event"]
    inlines = [ItemInline]


class ContributionInline(admin.StackedInline):
    model = models.Contribution
    extra = 0


@admin.register(models.Item)
class ItemAdmin(admin.ModelAdmin):
    list_display = ["part", "order", "kind", "__str__", "duration", "audience"]
    list_filter = ["kind", "audience"]
    inlines = [ContributionInline]


class ClaimInline(admin.StackedInline):
    model = models.Claim
    extra = 0


@admin.register(models.Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["key", "kind", "published_on", "authority"]
    inlines = [ClaimInline]


@admin.register(models.Phrase)
class PhraseAdmin(admin.ModelAdmin):
    list_display = ["key", "kind", "never_translate"]


@admin.register(models.Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ["event_slug", "number", "name", "status", "released_at", "released_by"]
    list_filter = ["mission_slug", "status"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
