using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "servicelevels_rest_sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", nullable: false),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastGoodAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TroublesInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Cure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Refused = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_rest_sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_webhook_events",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WebhookId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Cure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RepairedBody = table.Column<string>(type: "TEXT", nullable: true),
                    RepairReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RepairedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepairedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_webhook_events", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Shape = table.Column<string>(type: "TEXT", nullable: false),
                    LastGoodAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Secrets = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_webhooks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_rest_sources_Name",
                table: "servicelevels_rest_sources",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_webhook_events_Id",
                table: "servicelevels_webhook_events",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_webhook_events_WebhookId_Key",
                table: "servicelevels_webhook_events",
                columns: new[] { "WebhookId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_webhook_events_WebhookId_Standing_Number",
                table: "servicelevels_webhook_events",
                columns: new[] { "WebhookId", "Standing", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_webhooks_Name",
                table: "servicelevels_webhooks",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "servicelevels_rest_sources");

            migrationBuilder.DropTable(
                name: "servicelevels_webhook_events");

            migrationBuilder.DropTable(
                name: "servicelevels_webhooks");
        }
    }
}
