using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignedMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "servicelevels_method_signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Signed = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_method_signatures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_signed_months",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 170, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Signed = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DataAsOf = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEvent = table.Column<long>(type: "INTEGER", nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Replaces = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Rules_Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules_Calendar = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rules_CalendarVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rules_CutOff = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Rules_CutOffs = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Rules_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rules_Holidays = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rules_Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules_Promised = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_Stops = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules_Target = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    Rules_Within = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Tally_BacklogLate = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_BacklogOldest = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_BacklogOpen = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_Lengths = table.Column<string>(type: "TEXT", nullable: false),
                    Tally_Met = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_Missed = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_NotYetDue = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_Older = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_OpenAndLate = table.Column<int>(type: "INTEGER", nullable: false),
                    Tally_Void = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_signed_months", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_signed_rows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Ticket = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    Completed = table.Column<long>(type: "INTEGER", nullable: true),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedMonthId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_signed_rows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_signed_rows_servicelevels_signed_months_SignedMonthId",
                        column: x => x.SignedMonthId,
                        principalTable: "servicelevels_signed_months",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_method_signatures_LevelId_From",
                table: "servicelevels_method_signatures",
                columns: new[] { "LevelId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_signed_months_LevelId_Month_Revision",
                table: "servicelevels_signed_months",
                columns: new[] { "LevelId", "Month", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_signed_rows_SignedMonthId_Source_Ticket",
                table: "servicelevels_signed_rows",
                columns: new[] { "SignedMonthId", "Source", "Ticket" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "servicelevels_method_signatures");

            migrationBuilder.DropTable(
                name: "servicelevels_signed_rows");

            migrationBuilder.DropTable(
                name: "servicelevels_signed_months");
        }
    }
}
