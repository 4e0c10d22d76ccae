using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CutOffCalendarId",
                table: "servicelevels_levels",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stops",
                table: "servicelevels_levels",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Resolution");

            migrationBuilder.CreateTable(
                name: "servicelevels_clock_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EventKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StateBefore = table.Column<short>(type: "INTEGER", maxLength: 40, nullable: true),
                    DueBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    StateAfter = table.Column<short>(type: "INTEGER", maxLength: 40, nullable: true),
                    DueAfter = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedAfter = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_clock_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_clocks",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    CountsFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    Completed = table.Column<long>(type: "INTEGER", nullable: true),
                    Responded = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<short>(type: "INTEGER", maxLength: 40, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Worked = table.Column<long>(type: "INTEGER", nullable: false),
                    Paused = table.Column<long>(type: "INTEGER", nullable: false),
                    Reopenings = table.Column<int>(type: "INTEGER", nullable: false),
                    AgesFrom = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_clocks", x => new { x.TicketId, x.LevelId });
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_cutoff_calendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_cutoff_calendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_kept",
                columns: table => new
                {
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_kept", x => x.LevelId);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_service_sources",
                columns: table => new
                {
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_service_sources", x => new { x.ServiceId, x.Source });
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_source_days",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Events = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_source_days", x => new { x.Source, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_sources_heard",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEvent = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHeard = table.Column<long>(type: "INTEGER", nullable: false),
                    Live = table.Column<bool>(type: "INTEGER", nullable: false),
                    Patience = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_sources_heard", x => x.Source);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_tallies",
                columns: table => new
                {
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", maxLength: 40, nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<short>(type: "INTEGER", maxLength: 40, nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Worked = table.Column<long>(type: "INTEGER", nullable: false),
                    Paused = table.Column<long>(type: "INTEGER", nullable: false),
                    Reopened = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_tallies", x => new { x.LevelId, x.Kind, x.Start, x.Outcome, x.Length });
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_cutoffs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReceivedBy = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DueBy = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_cutoffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_cutoffs_servicelevels_cutoff_calendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "servicelevels_cutoff_calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_clock_changes_LevelId_At",
                table: "servicelevels_clock_changes",
                columns: new[] { "LevelId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_clock_changes_TicketId",
                table: "servicelevels_clock_changes",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_clocks_LevelId_CountsFrom",
                table: "servicelevels_clocks",
                columns: new[] { "LevelId", "CountsFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_clocks_LevelId_Day",
                table: "servicelevels_clocks",
                columns: new[] { "LevelId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_clocks_open",
                table: "servicelevels_clocks",
                columns: new[] { "LevelId", "Received" },
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_cutoff_calendars_Slug",
                table: "servicelevels_cutoff_calendars",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_cutoffs_CalendarId",
                table: "servicelevels_cutoffs",
                column: "CalendarId");

            migrationBuilder.Sql("""
                INSERT INTO servicelevels_sources_heard ("Source", "Revision", "LastEvent", "LastHeard", "Live", "Patience")
                    SELECT t."Source", 1, MAX(t."LastEventAt"), 0, COALESCE((SELECT i."Live" FROM servicelevels_imports i WHERE i."Source" = t."Source" ORDER BY i."Id" DESC LIMIT 1), 1), 0
                    FROM servicelevels_tickets t GROUP BY t."Source";
                INSERT INTO servicelevels_service_sources ("ServiceId", "Source") SELECT DISTINCT "ServiceId", "Source" FROM servicelevels_tickets;
                INSERT INTO servicelevels_source_days ("Source", "Day", "Events")
                    SELECT t."Source", e."At" / 864000000000, COUNT(*) FROM servicelevels_ticket_events e JOIN servicelevels_tickets t ON t."Id" = e."TicketId" GROUP BY 1, 2;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "servicelevels_clock_changes");

            migrationBuilder.DropTable(
                name: "servicelevels_clocks");

            migrationBuilder.DropTable(
                name: "servicelevels_cutoffs");

            migrationBuilder.DropTable(
                name: "servicelevels_kept");

            migrationBuilder.DropTable(
                name: "servicelevels_service_sources");

            migrationBuilder.DropTable(
                name: "servicelevels_source_days");

            migrationBuilder.DropTable(
                name: "servicelevels_sources_heard");

            migrationBuilder.DropTable(
                name: "servicelevels_tallies");

            migrationBuilder.DropTable(
                name: "servicelevels_cutoff_calendars");

            migrationBuilder.DropColumn(
                name: "CutOffCalendarId",
                table: "servicelevels_levels");

            migrationBuilder.DropColumn(
                name: "Stops",
                table: "servicelevels_levels");
        }
    }
}
