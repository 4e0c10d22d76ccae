using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SourcesAsOne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Web services had a table of their own: each becomes one polled source, its states and services the first version of its mapping, and what was refused waits in the list.
            migrationBuilder.Sql("""
                INSERT INTO servicelevels_polled_sources ("Id", "Name", "Title", "Kind", "Address", "Secret", "Settings", "EverySeconds", "State", "Cursor", "LastGoodAt", "LastNewsAt", "Lag", "NextPollAt", "SweptAt", "Failures", "Error", "Cure", "Read", "Accepted", "Rejected", "Duplicates", "Version")
                SELECT "Id", "Name" || CASE WHEN "Name" IN (SELECT "Name" FROM servicelevels_polled_sources) THEN '-rest' ELSE '' END, "Title", 'rest', rtrim("Rules"::jsonb ->> 'Address', '/'), "Secret", "Rules", "Seconds",
                    CASE WHEN "PausedAt" IS NOT NULL THEN 'Paused' WHEN "Trouble" <> '' THEN 'Failing' ELSE 'Running' END, "Cursor", "LastGoodAt", NULL, NULL, "NextAt", NULL, "TroublesInARow", "Trouble", "Cure",
                    "Accepted" + "Rejected" + "Duplicates", "Accepted", "Rejected", "Duplicates", 1
                FROM servicelevels_rest_sources;

                INSERT INTO servicelevels_source_mappings ("SourceId", "Number", "Rules", "By", "At", "Why")
                SELECT source."Id", 1, jsonb_build_object(
                    'Statuses', (SELECT coalesce(jsonb_agg(jsonb_build_object('Status', state ->> 'State', 'Means', state -> 'Means', 'Reason', '')), '[]') FROM jsonb_array_elements(fields.said -> 'States') state),
                    'Services', (SELECT coalesce(jsonb_agg(jsonb_build_object('Field', rule.field, 'Value', rule.value, 'Service', rule.service) ORDER BY rule.place), '[]') FROM (
                        SELECT 1 AS place, 'Category' AS field, rule ->> 'Category' AS value, rule ->> 'Service' AS service FROM jsonb_array_elements(fields.said -> 'ServiceRules') rule
                        UNION ALL SELECT 2, 'Service', service."Slug", service."Slug" FROM servicelevels_services service WHERE fields.said ->> 'ServiceColumn' <> ''
                        UNION ALL SELECT 3, '', '', fields.said ->> 'Service' WHERE fields.said ->> 'Service' <> '') rule),
                    'Category', CASE WHEN fields.said ->> 'Category' <> '' THEN 'Category' ELSE '' END)::text, NULL, source."NextAt", ''
                FROM servicelevels_rest_sources source, LATERAL (SELECT source."Rules"::jsonb -> 'Shape' -> 'Fields' AS said) fields;

                INSERT INTO servicelevels_waiting_tickets ("SourceId", "Number", "Field", "Value", "Reason", "Cure", "IsUnmapped", "Since")
                SELECT source."Id", left(refused ->> 'Record', 80), left(refused ->> 'Field', 400), '', left(refused ->> 'Reason', 400), left(refused ->> 'Cure', 400), false, source."NextAt"
                FROM servicelevels_rest_sources source, jsonb_array_elements(source."Refused"::jsonb) refused
                ON CONFLICT DO NOTHING;
                """);

            migrationBuilder.DropTable(
                name: "servicelevels_rest_sources");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "servicelevels_rest_sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Accepted = table.Column<long>(type: "bigint", nullable: false),
                    Cure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Cursor = table.Column<string>(type: "text", nullable: false),
                    Duplicates = table.Column<long>(type: "bigint", nullable: false),
                    LastGoodAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PausedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Rejected = table.Column<long>(type: "bigint", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    TroublesInARow = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_rest_sources", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_rest_sources_Name",
                table: "servicelevels_rest_sources",
                column: "Name",
                unique: true);
        }
    }
}
