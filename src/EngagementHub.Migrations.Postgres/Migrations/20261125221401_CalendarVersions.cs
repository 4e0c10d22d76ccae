using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "servicelevels_calendar_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CalendarId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_calendar_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_calendar_versions_servicelevels_calendars_Cal~",
                        column: x => x.CalendarId,
                        principalTable: "servicelevels_calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_holiday_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    File = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CameAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CameFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SetAsideAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StruckDays = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
