using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
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
                SELECT "Id", "Name" || CASE WHEN "Name" IN (SELECT "Name" FROM servicelevels_polled_sources) THEN '-rest' ELSE '' END, "Title", 'rest', rtrim(json_extract("Rules", '$.Address'), '/'), "Secret", "Rules", "Seconds",
                    CASE WHEN "PausedAt" IS NOT NULL THEN 'Paused' WHEN "Trouble" <> '' THEN 'Failing' ELSE 'Running' END, "Cursor", "LastGoodAt", NULL, NULL, "NextAt", NULL, "TroublesInARow", "Trouble", "Cure",
                    "Accepted" + "Rejected" + "Duplicates", "Accepted", "Rejected", "Duplicates", 1
                FROM servicelevels_rest_sources;

                INSERT INTO servicelevels_source_mappings ("SourceId", "Number", "Rules", "By", "At", "Why")
                SELECT source."Id", 1, json_object(
                    'Statuses', json((SELECT json_group_array(json_object('Status', json_extract(state.value, '$.State'), 'Means', json_extract(state.value, '$.Means'), 'Reason', '')) FROM json_each(source."Rules", '$.Shape.Fields.States') state)),
                    'Services', json((SELECT json_group_array(json(rule)) FROM (
                        SELECT json_object('Field', 'Category', 'Value', json_extract(rule.value, '$.Category'), 'Service', json_extract(rule.value, '$.Service')) AS rule FROM json_each(source."Rules", '$.Shape.Fields.ServiceRules') rule
                        UNION ALL SELECT json_object('Field', 'Service', 'Value', service."Slug", 'Service', service."Slug") FROM servicelevels_services service WHERE json_extract(source."Rules", '$.Shape.Fields.ServiceColumn') <> ''
                        UNION ALL SELECT json_object('Field', '', 'Value', '', 'Service', json_extract(source."Rules", '$.Shape.Fields.Service')) WHERE json_extract(source."Rules", '$.Shape.Fields.Service') <> ''))),
                    'Category', CASE WHEN json_extract(source."Rules", '$.Shape.Fields.Category') <> '' THEN 'Category' ELSE '' END), NULL, source."NextAt", ''
                FROM servicelevels_rest_sources source;

                INSERT OR IGNORE INTO servicelevels_waiting_tickets ("SourceId", "Number", "Field", "Value", "Reason", "Cure", "IsUnmapped", "Since")
                SELECT source."Id", substr(json_extract(refused.value, '$.Record'), 1, 80), substr(json_extract(refused.value, '$.Field'), 1, 400), '', substr(json_extract(refused.value, '$.Reason'), 1, 400), substr(json_extract(refused.value, '$.Cure'), 1, 400), 0, source."NextAt"
                FROM servicelevels_rest_sources source, json_each(source."Refused") refused;
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Cure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", nullable: false),
                    Duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    LastGoodAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TroublesInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<string>(type: "TEXT", nullable: false)
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
