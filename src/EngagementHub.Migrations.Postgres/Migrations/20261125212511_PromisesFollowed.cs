using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PromisesFollowed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReopenedAt",
                table: "responses_questions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "KeptBy",
                table: "responses_promises",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "KeptByFigure",
                table: "responses_promises",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "responses_promises",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "OverruledAt",
                table: "responses_promises",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OverruledBecause",
                table: "responses_promises",
                type: "character varying(1500)",
                maxLength: 1500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OverruledBy",
                table: "responses_promises",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OverruledDue",
                table: "responses_promises",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReturnedTo",
                table: "responses_handings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "notifications_inbox",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "work");

            migrationBuilder.AddColumn<Guid>(
                name: "LetterId",
                table: "notifications_inbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WaitsForLetter",
                table: "notifications_inbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "notifications_daily_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_daily_letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_preferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Who = table.Column<Guid>(type: "uuid", nullable: false),
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    Daily = table.Column<string[]>(type: "text[]", nullable: false),
                    OnSite = table.Column<string[]>(type: "text[]", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_preferences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_asker_voices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Answer = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_asker_voices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_promise_figures",
                columns: table => new
                {
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PromiseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    IsFinal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_promise_figures", x => new { x.PromiseId, x.At });
                    table.ForeignKey(
                        name: "FK_responses_promise_figures_responses_promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "responses_promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_promise_givings",
                columns: table => new
                {
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PromiseId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    Because = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_promise_givings", x => new { x.PromiseId, x.At });
                    table.ForeignKey(
                        name: "FK_responses_promise_givings_responses_promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "responses_promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_promise_reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Promise = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Of = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_promise_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_responses_promise_reminders_responses_promises_Promise",
                        column: x => x.Promise,
                        principalTable: "responses_promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_inbox_LetterId",
                table: "notifications_inbox",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_inbox_WaitsForLetter",
                table: "notifications_inbox",
                column: "WaitsForLetter",
                filter: "\"WaitsForLetter\"");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_daily_letters_To_Day",
                table: "notifications_daily_letters",
                columns: new[] { "To", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_preferences_Who",
                table: "notifications_preferences",
                column: "Who",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_asker_voices_Answer_Mark",
                table: "responses_asker_voices",
                columns: new[] { "Answer", "Mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_promise_reminders_Promise_Kind_Of_To",
                table: "responses_promise_reminders",
                columns: new[] { "Promise", "Kind", "Of", "To" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notifications_daily_letters");

            migrationBuilder.DropTable(
                name: "notifications_preferences");

            migrationBuilder.DropTable(
                name: "responses_asker_voices");

            migrationBuilder.DropTable(
                name: "responses_promise_figures");

            migrationBuilder.DropTable(
                name: "responses_promise_givings");

            migrationBuilder.DropTable(
                name: "responses_promise_reminders");

            migrationBuilder.DropIndex(
                name: "IX_notifications_inbox_LetterId",
                table: "notifications_inbox");

            migrationBuilder.DropIndex(
                name: "IX_notifications_inbox_WaitsForLetter",
                table: "notifications_inbox");

            migrationBuilder.DropColumn(
                name: "ReopenedAt",
                table: "responses_questions");

            migrationBuilder.DropColumn(
                name: "KeptBy",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "KeptByFigure",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "OverruledAt",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "OverruledBecause",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "OverruledBy",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "OverruledDue",
                table: "responses_promises");

            migrationBuilder.DropColumn(
                name: "ReturnedTo",
                table: "responses_handings");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "notifications_inbox");

            migrationBuilder.DropColumn(
                name: "LetterId",
                table: "notifications_inbox");

            migrationBuilder.DropColumn(
                name: "WaitsForLetter",
                table: "notifications_inbox");
        }
    }
}
