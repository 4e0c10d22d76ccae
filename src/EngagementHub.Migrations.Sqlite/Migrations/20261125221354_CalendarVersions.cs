using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CalendarVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "PrivilegeDaysAreWorked",
                table: "servicelevels_calendars",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "servicelevels_calendar_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_calendar_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_calendar_versions_servicelevels_calendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "servicelevels_calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_holiday_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CameAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CameFrom = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SetAsideAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StruckDays = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_holiday_lists", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_calendar_versions_CalendarId_Number",
                table: "servicelevels_calendar_versions",
                columns: new[] { "CalendarId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_holiday_lists_Number",
                table: "servicelevels_holiday_lists",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "servicelevels_calendar_versions");

            migrationBuilder.DropTable(
                name: "servicelevels_holiday_lists");

            migrationBuilder.DropColumn(
                name: "PrivilegeDaysAreWorked",
                table: "servicelevels_calendars");
        }
    }
}
