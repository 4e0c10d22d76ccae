# Build: the SDK and, for the theme's assets, Node, which the SDK's own distribution has in an older version only.
FROM node:22-bookworm-slim AS node
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/EngagementHub.Web -c Release -o /app

# Run: no SDK, no root, nothing written outside /data, /keys and /tmp, so that the root file system can be read-only:
# docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges ... (docs/deploy/compose.yaml)
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# pg_dump and pg_restore, for `backup` and `restore` on PostgreSQL: they serve a server of their own version (16) or older.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# The base image's own way to say the port is taken back: with both set each start warns.
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 \
    ASPNETCORE_HTTP_PORTS= \
    Database__Connection="Data Source=/data/engagementhub.db" \
    Notifications__MailFolder=/data/mail \
    Uploads__Folder=/data/uploads \
    Conversation__KeyFolder=/keys
RUN mkdir /data /keys && chown app:app /data /keys
# Two volumes: the second holds keys that must not outlive their day in a backup.
VOLUME ["/data", "/keys"]
# By number, so that Kubernetes can see that it is not root.
USER $APP_UID
EXPOSE 8080
# Podman and buildah keep it with --format docker only. Readiness, for the proxy; a database that is away is no reason to restart the container.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["dotnet", "EngagementHub.Web.dll", "health"]
# The hub empties itself for some seconds and then finishes what is under way: docker stop --time 40
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "EngagementHub.Web.dll"]
