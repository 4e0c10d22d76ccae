using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RecordsAndRights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "notifications_outbox",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Person",
                table: "notifications_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ForgottenAt",
                table: "identity_staff",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "administration_choices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administration_choices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "administration_page_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administration_page_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_stopped_addresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Said = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_stopped_addresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_forgotten",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeepsName = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_forgotten", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_packs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StrikesPersonalData = table.Column<bool>(type: "INTEGER", nullable: false),
                    StrikesNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfficeStays = table.Column<bool>(type: "INTEGER", nullable: false),
                    TitlesThatStay = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WordsThatStay = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Exemption = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithDeclined = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_packs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_retention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_retention", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_retention_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Removed = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_retention_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_told",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_told", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "records_marks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Exemption = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PackId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_marks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_records_marks_records_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "records_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "records_releases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Struck = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PackId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_records_releases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_records_releases_records_packs_PackId",
                        column: x => x.PackId,
                        principalTable: "records_packs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outbox_Person",
                table: "notifications_outbox",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_administration_choices_Kind_Number",
                table: "administration_choices",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_administration_page_versions_Page_Number",
                table: "administration_page_versions",
                columns: new[] { "Page", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_stopped_addresses_Address",
                table: "notifications_stopped_addresses",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_records_forgotten_Person",
                table: "records_forgotten",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_records_marks_PackId",
                table: "records_marks",
                column: "PackId");

            migrationBuilder.CreateIndex(
                name: "IX_records_packs_ChangedAt",
                table: "records_packs",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_records_releases_PackId_Number",
                table: "records_releases",
                columns: new[] { "PackId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_records_retention_Kind",
                table: "records_retention",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_records_retention_runs_At",
                table: "records_retention_runs",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_records_told_Person",
                table: "records_told",
                column: "Person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "administration_choices");

            migrationBuilder.DropTable(
                name: "administration_page_versions");

            migrationBuilder.DropTable(
                name: "notifications_stopped_addresses");

            migrationBuilder.DropTable(
                name: "records_forgotten");

            migrationBuilder.DropTable(
                name: "records_marks");

            migrationBuilder.DropTable(
                name: "records_releases");

            migrationBuilder.DropTable(
                name: "records_retention");

            migrationBuilder.DropTable(
                name: "records_retention_runs");

            migrationBuilder.DropTable(
                name: "records_told");

            migrationBuilder.DropTable(
                name: "records_packs");

            migrationBuilder.DropIndex(
                name: "IX_notifications_outbox_Person",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "Person",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "ForgottenAt",
                table: "identity_staff");
        }
    }
}
