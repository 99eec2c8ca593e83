from django.contrib import admin
from django.urls import include, path

from planner.health import healthz, readyz

handler400 = "events.views.errors.bad_request"
handler403 = "events.views.errors.permission_denied"
handler404 = "events.views.errors.page_not_found"
handler500 = "events.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("desk/", include("events.account_urls")),
    path("desk/", include("events.desk_urls")),
    path("", include("events.urls")),
]
