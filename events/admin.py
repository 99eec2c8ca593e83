"""For support staff only: look, and mend what the desk cannot. Releases can be read, never changed."""

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialApp, SocialToken
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.forms import I18nTextarea, I18nTextInput

from events import models
from events.forms.mission import DECIDED, WHO, EntryForm
from events.views.inviting import TooManyInvitationsError, invite

admin.site.site_header = "Ceremony planner: support"
admin.site.site_title = "Ceremony planner"
# The desk's login, with its limits and its second factor.
admin.site.login = secure_admin_login(admin.site.login)


def is_support(request: HttpRequest) -> bool:
    """Every row of every mission can be reached here, so that a right to some of it is a right to all."""
    return request.user.is_active and request.user.is_staff and request.user.is_superuser


admin.site.has_permission = is_support

# Addresses follow the account, single sign-on comes from the settings, and secrets are nobody's to read.
for model in (EmailAddress, SocialApp, SocialToken, Authenticator):
    admin.site.unregister(model)


class InLanguages:
    """Texts in several languages have a field for each."""

    formfield_overrides = {
        I18nCharField: {"widget": I18nTextInput},
        I18nTextField: {"widget": I18nTextarea},
    }


class ModelAdmin(InLanguages, admin.ModelAdmin):
    pass


class TabularInline(InLanguages, admin.TabularInline):
    pass


class StackedInline(InLanguages, admin.StackedInline):
    pass


@admin.register(models.User)
class PlannerUserAdmin(UserAdmin):
    fieldsets = (*UserAdmin.fieldsets, (None, {"fields": ["language"]}))


@admin.register(Authenticator)
class AuthenticatorAdmin(ModelAdmin):
    """Delete both of a member's who has lost the telephone and the recovery codes."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    fields = ["user", "type", "created_at", "last_used_at"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class MemberInline(TabularInline):
    model = models.Member
    extra = 0


@admin.register(models.Mission)
class MissionAdmin(ModelAdmin):
    """A new one is entered with the address of its first administrator, who is invited."""

    form = EntryForm
    list_display = ["slug", "kind", "zone", "requires_second_factor"]
    inlines = [MemberInline]

    def get_fieldsets(self, request, obj=None):
        begins = [] if obj else [("Who begins", {"fields": ["first_administrator"]})]
        decided = ("What its administrators decide at the desk", {"fields": DECIDED, "classes": ["collapse"]})
        return [(None, {"fields": WHO}), *begins, decided]

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except TooManyInvitationsError as error:
            # Nothing of the mission was kept: what was sent is shown again, refused at the address.
            request.invitation_refused = str(error)
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, *args, **kwargs):
        form = super().get_form(request, *args, **kwargs)
        form.refused = getattr(request, "invitation_refused", "")
        return form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if email := form.cleaned_data.get("first_administrator"):
            invite(request, form.instance, email, models.Member.Role.ADMINISTRATOR)


class AliasInline(TabularInline):
    model = models.Alias
    extra = 0


@admin.register(models.Occasion)
class OccasionAdmin(ModelAdmin):
    list_display = ["slug", "base_on", "register", "silence_at", "silence_zone"]
    inlines = [AliasInline]


@admin.register(models.Edition)
class EditionAdmin(ModelAdmin):
    list_display = ["occasion", "year"]
    list_filter = ["occasion"]


class VariantInline(TabularInline):
    model = models.NameVariant
    extra = 0


class OfficeInline(StackedInline):
    model = models.Office
    extra = 0


@admin.register(models.Organisation)
class OrganisationAdmin(ModelAdmin):
    list_display = ["__str__", "mission", "kind", "country"]
    list_filter = ["mission"]
    inlines = [VariantInline]


@admin.register(models.Person)
class PersonAdmin(ModelAdmin):
    """Who is to go is erased at the desk, with all copies."""

    list_display = ["__str__", "mission", "confirmed"]
    list_filter = ["mission", "confirmed"]
    inlines = [OfficeInline, VariantInline]

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(models.Place)
class PlaceAdmin(ModelAdmin):
    list_display = ["__str__", "mission", "zone", "basis"]
    list_filter = ["mission"]


class HostInline(TabularInline):
    model = models.Host
    extra = 0


class AudienceGroupInline(TabularInline):
    model = models.AudienceGroup
    extra = 0


class OpeningDayInline(TabularInline):
    model = models.OpeningDay
    extra = 0


class WorkInline(TabularInline):
    model = models.Work
    extra = 0


class EventClaimInline(TabularInline):
    model = models.EventClaim
    extra = 0


@admin.register(models.Event)
class EventAdmin(ModelAdmin):
    list_display = ["slug", "mission", "kind", "on", "status"]
    list_filter = ["mission", "kind", "status"]
    inlines = [HostInline, AudienceGroupInline, OpeningDayInline, WorkInline, EventClaimInline]


class ItemInline(StackedInline):
    model = models.Item
    extra = 0
    show_change_link = True


@admin.register(models.Part)
class PartAdmin(ModelAdmin):
    list_display = ["event", "order", "phase", "audience", "starts_at"]
    list_filter = ["event"]
    inlines = [ItemInline]


class ContributionInline(StackedInline):
    model = models.Contribution
    extra = 0


@admin.register(models.Item)
class ItemAdmin(ModelAdmin):
    list_display = ["part", "order", "kind", "__str__", "duration", "audience"]
    list_filter = ["kind", "audience"]
    inlines = [ContributionInline]


class ClaimInline(StackedInline):
    model = models.Claim
    extra = 0


@admin.register(models.Source)
class SourceAdmin(ModelAdmin):
    list_display = ["key", "mission", "kind", "published_on", "authority"]
    list_filter = ["mission"]
    inlines = [ClaimInline]


@admin.register(models.Phrase)
class PhraseAdmin(ModelAdmin):
    list_display = ["key", "kind", "never_translate"]


@admin.register(models.Release)
class ReleaseAdmin(ModelAdmin):
    list_display = ["event_slug", "number", "name", "status", "released_at", "released_by"]
    list_filter = ["mission_slug", "status"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
