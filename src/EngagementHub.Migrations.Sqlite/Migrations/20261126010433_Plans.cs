using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plans_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RhythmDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ToleranceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Areas = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AdoptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AdoptedDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AdoptedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Milestones = table.Column<string>(type: "TEXT", nullable: false),
                    Revisions = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans_programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agreement = table.Column<string>(type: "TEXT", nullable: false),
                    HourlyCost = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    PriceYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Updates = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans_actions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Area = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Success = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Element = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Begins = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstDue = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Measure = table.Column<Guid>(type: "TEXT", nullable: true),
                    Slips = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Givings = table.Column<string>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneText = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    DroppedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DroppedBecause = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_actions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_actions_plans_plans_Plan",
                        column: x => x.Plan,
                        principalTable: "plans_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Baseline = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    BaselineDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BaselineMethod = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    BaselineSource = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    BaselineAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Target = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    TargetDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_measures_plans_plans_Plan",
                        column: x => x.Plan,
                        principalTable: "plans_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_reviews_plans_plans_Plan",
                        column: x => x.Plan,
                        principalTable: "plans_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_action_causes",
                columns: table => new
                {
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_action_causes", x => new { x.ActionId, x.Subject });
                    table.ForeignKey(
                        name: "FK_plans_action_causes_plans_actions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "plans_actions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Action = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_reminders_plans_actions_Action",
                        column: x => x.Action,
                        principalTable: "plans_actions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_benefits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Feature = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Costs = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Activities = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Measure = table.Column<Guid>(type: "TEXT", nullable: true),
                    Share = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetImprovement = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    FullYearValue = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Risk = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDisbenefit = table.Column<bool>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    Verifications = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_benefits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_benefits_plans_measures_Measure",
                        column: x => x.Measure,
                        principalTable: "plans_measures",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_plans_benefits_plans_programmes_Programme",
                        column: x => x.Programme,
                        principalTable: "plans_programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans_readings",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_readings", x => new { x.MeasureId, x.Day, x.At });
                    table.ForeignKey(
                        name: "FK_plans_readings_plans_measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "plans_measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_plans_action_causes_Subject",
                table: "plans_action_causes",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_plans_actions_Due",
                table: "plans_actions",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_plans_actions_Plan",
                table: "plans_actions",
                column: "Plan");

            migrationBuilder.CreateIndex(
                name: "IX_plans_benefits_Measure",
                table: "plans_benefits",
                column: "Measure");

            migrationBuilder.CreateIndex(
                name: "IX_plans_benefits_Programme_Number",
                table: "plans_benefits",
                columns: new[] { "Programme", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_measures_Plan",
                table: "plans_measures",
                column: "Plan");

            migrationBuilder.CreateIndex(
                name: "IX_plans_plans_Slug",
                table: "plans_plans",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_programmes_Slug",
                table: "plans_programmes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_reminders_Action_Kind_Of_To",
                table: "plans_reminders",
                columns: new[] { "Action", "Kind", "Of", "To" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_reviews_Plan",
                table: "plans_reviews",
                column: "Plan");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plans_action_causes");

            migrationBuilder.DropTable(
                name: "plans_benefits");

            migrationBuilder.DropTable(
                name: "plans_readings");

            migrationBuilder.DropTable(
                name: "plans_reminders");

            migrationBuilder.DropTable(
                name: "plans_reviews");

            migrationBuilder.DropTable(
                name: "plans_programmes");

            migrationBuilder.DropTable(
                name: "plans_measures");

            migrationBuilder.DropTable(
                name: "plans_actions");

            migrationBuilder.DropTable(
                name: "plans_plans");
        }
    }
}
