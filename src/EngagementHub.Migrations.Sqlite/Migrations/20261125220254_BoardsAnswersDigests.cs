using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BoardsAnswersDigests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "NeedsClearance",
                table: "responses_questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Opening",
                table: "responses_digests",
                type: "TEXT",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Quotes",
                table: "responses_digests",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "ClearedAt",
                table: "responses_answers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClearedBy",
                table: "responses_answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "responses_answers",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "responses_clearance_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Blog = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Always = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_clearance_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_clearances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_clearances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_moves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Comments = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_moves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_question_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2200, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_question_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_question_reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_question_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_responses_question_reminders_responses_questions_Question",
                        column: x => x.Question,
                        principalTable: "responses_questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Comment = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_readings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_responses_clearance_rules_Blog",
                table: "responses_clearance_rules",
                column: "Blog",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_clearances_Answer",
                table: "responses_clearances",
                column: "Answer");

            migrationBuilder.CreateIndex(
                name: "IX_responses_corrections_On",
                table: "responses_corrections",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_responses_moves_Scope_By_At",
                table: "responses_moves",
                columns: new[] { "Scope", "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_responses_question_notes_Question",
                table: "responses_question_notes",
                column: "Question");

            migrationBuilder.CreateIndex(
                name: "IX_responses_question_reminders_Question_Kind_Of_To",
                table: "responses_question_reminders",
                columns: new[] { "Question", "Kind", "Of", "To" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_readings_Comment",
                table: "responses_readings",
                column: "Comment",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_readings_Scope",
                table: "responses_readings",
                column: "Scope");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "responses_clearance_rules");

            migrationBuilder.DropTable(
                name: "responses_clearances");

            migrationBuilder.DropTable(
                name: "responses_corrections");

            migrationBuilder.DropTable(
                name: "responses_moves");

            migrationBuilder.DropTable(
                name: "responses_question_notes");

            migrationBuilder.DropTable(
                name: "responses_question_reminders");

            migrationBuilder.DropTable(
                name: "responses_readings");

            migrationBuilder.DropColumn(
                name: "NeedsClearance",
                table: "responses_questions");

            migrationBuilder.DropColumn(
                name: "Opening",
                table: "responses_digests");

            migrationBuilder.DropColumn(
                name: "Quotes",
                table: "responses_digests");

            migrationBuilder.DropColumn(
                name: "ClearedAt",
                table: "responses_answers");

            migrationBuilder.DropColumn(
                name: "ClearedBy",
                table: "responses_answers");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "responses_answers");
        }
    }
}
