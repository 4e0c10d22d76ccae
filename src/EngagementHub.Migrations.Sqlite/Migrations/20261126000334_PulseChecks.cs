using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PulseChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "surveys_places",
                columns: table => new
                {
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    HasAnswered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_places", x => new { x.SurveyId, x.Who });
                });

            migrationBuilder.CreateTable(
                name: "surveys_questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IndexItem = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "surveys_surveys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Threshold = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    HasAnswers = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answered = table.Column<int>(type: "INTEGER", nullable: true),
                    IsShown = table.Column<bool>(type: "INTEGER", nullable: false),
                    Response = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RespondedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RespondedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_surveys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "surveys_tallies",
                columns: table => new
                {
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cut = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Answered = table.Column<int>(type: "INTEGER", nullable: false),
                    Marks = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_tallies", x => new { x.SurveyId, x.Cut, x.Group });
                });

            migrationBuilder.CreateTable(
                name: "surveys_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    HeldFor = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_texts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "surveys_wordings",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_wordings", x => new { x.QuestionId, x.Number });
                    table.ForeignKey(
                        name: "FK_surveys_wordings_surveys_questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "surveys_questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "surveys_items",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wording = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveys_items", x => new { x.SurveyId, x.Number });
                    table.ForeignKey(
                        name: "FK_surveys_items_surveys_surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "surveys_surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // A table of these rows has no row numbers: they lie in the order of their key, which tells nothing about when they came. EF Core has no word for it.
            migrationBuilder.Sql(
                """
                DROP TABLE "surveys_places";
                CREATE TABLE "surveys_places" (
                    "SurveyId" TEXT NOT NULL, "Who" TEXT NOT NULL, "Unit" TEXT NOT NULL, "Grade" TEXT NOT NULL, "HasAnswered" INTEGER NOT NULL,
                    CONSTRAINT "PK_surveys_places" PRIMARY KEY ("SurveyId", "Who")
                ) WITHOUT ROWID;
                DROP TABLE "surveys_tallies";
                CREATE TABLE "surveys_tallies" (
                    "SurveyId" TEXT NOT NULL, "Cut" TEXT NOT NULL, "Group" TEXT NOT NULL, "Asked" INTEGER NOT NULL, "Answered" INTEGER NOT NULL, "Marks" BLOB NOT NULL,
                    CONSTRAINT "PK_surveys_tallies" PRIMARY KEY ("SurveyId", "Cut", "Group")
                ) WITHOUT ROWID;
                DROP TABLE "surveys_texts";
                CREATE TABLE "surveys_texts" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_surveys_texts" PRIMARY KEY, "SurveyId" TEXT NOT NULL, "Item" INTEGER NOT NULL, "Text" TEXT NOT NULL,
                    "HeldFor" TEXT NULL, "Standing" TEXT NOT NULL, "Version" INTEGER NOT NULL
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_surveys_places_Who",
                table: "surveys_places",
                column: "Who");

            migrationBuilder.CreateIndex(
                name: "IX_surveys_questions_Key",
                table: "surveys_questions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_surveys_surveys_LastDay",
                table: "surveys_surveys",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_surveys_texts_SurveyId_Item",
                table: "surveys_texts",
                columns: new[] { "SurveyId", "Item" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "surveys_items");

            migrationBuilder.DropTable(
                name: "surveys_places");

            migrationBuilder.DropTable(
                name: "surveys_tallies");

            migrationBuilder.DropTable(
                name: "surveys_texts");

            migrationBuilder.DropTable(
                name: "surveys_wordings");

            migrationBuilder.DropTable(
                name: "surveys_surveys");

            migrationBuilder.DropTable(
                name: "surveys_questions");
        }
    }
}
