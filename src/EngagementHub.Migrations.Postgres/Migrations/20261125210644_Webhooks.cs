using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    Cursor = table.Column<string>(type: "text", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    PausedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastGoodAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TroublesInARow = table.Column<int>(type: "integer", nullable: false),
                    Trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Cure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Accepted = table.Column<long>(type: "bigint", nullable: false),
                    Duplicates = table.Column<long>(type: "bigint", nullable: false),
                    Rejected = table.Column<long>(type: "bigint", nullable: false),
                    Refused = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_rest_sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_webhook_events",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    WebhookId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false),
                    Standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Field = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Cure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RepairedBody = table.Column<string>(type: "text", nullable: true),
                    RepairReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RepairedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RepairedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_webhook_events", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Signing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Shape = table.Column<string>(type: "text", nullable: false),
                    LastGoodAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HeldUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Secrets = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
