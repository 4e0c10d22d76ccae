# Build: the SDK and, for the theme's assets, Node.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/EngagementHub.Web -c Release -o /app

# Run: no SDK, no root, nothing written outside /data.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 \
    Database__Connection="Data Source=/data/engagementhub.db" \
    Notifications__MailFolder=/data/mail \
    Uploads__Folder=/data/uploads
RUN mkdir /data && chown app:app /data
VOLUME /data
USER app
EXPOSE 8080
ENTRYPOINT ["dotnet", "EngagementHub.Web.dll"]
