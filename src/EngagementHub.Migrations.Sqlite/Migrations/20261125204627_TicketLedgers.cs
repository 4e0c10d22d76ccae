using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TicketLedgers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key",
                table: "servicelevels_ticket_events");

            migrationBuilder.AddColumn<long>(
                name: "StatedOpening",
                table: "servicelevels_tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""
                ALTER TABLE servicelevels_ticket_events ADD COLUMN "Means" INTEGER NOT NULL DEFAULT 0;
                UPDATE servicelevels_ticket_events SET "Means" = CASE "Meaning" WHEN 'Open' THEN 0 WHEN 'Paused' THEN 1 WHEN 'Resolved' THEN 2 WHEN 'Closed' THEN 3 WHEN 'Void' THEN 4 END;
                ALTER TABLE servicelevels_ticket_events DROP COLUMN "Meaning";
                ALTER TABLE servicelevels_ticket_events RENAME COLUMN "Means" TO "Meaning";
                """);

            migrationBuilder.AddColumn<bool>(
                name: "IsFirstResponse",
                table: "servicelevels_ticket_events",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Priority",
                table: "servicelevels_ticket_events",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "servicelevels_ticket_events",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "servicelevels_ticket_events",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ServiceId",
                table: "servicelevels_ticket_events",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "servicelevels_ticket_events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Team",
                table: "servicelevels_ticket_events",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key_Revision",
                table: "servicelevels_ticket_events",
                columns: new[] { "TicketId", "Key", "Revision" },
                unique: true);

            migrationBuilder.Sql("""
                UPDATE servicelevels_tickets SET "StatedOpening" = "OpenedAt";
                UPDATE servicelevels_ticket_events SET "ServiceId" = (SELECT t."ServiceId" FROM servicelevels_tickets t WHERE t."Id" = servicelevels_ticket_events."TicketId");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key_Revision",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "StatedOpening",
                table: "servicelevels_tickets");

            migrationBuilder.DropColumn(
                name: "IsFirstResponse",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "ServiceId",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "servicelevels_ticket_events");

            migrationBuilder.DropColumn(
                name: "Team",
                table: "servicelevels_ticket_events");

            migrationBuilder.Sql("""
                ALTER TABLE servicelevels_ticket_events ADD COLUMN "Means" TEXT NOT NULL DEFAULT '';
                UPDATE servicelevels_ticket_events SET "Means" = CASE "Meaning" WHEN 0 THEN 'Open' WHEN 1 THEN 'Paused' WHEN 2 THEN 'Resolved' WHEN 3 THEN 'Closed' ELSE 'Void' END;
                ALTER TABLE servicelevels_ticket_events DROP COLUMN "Meaning";
                ALTER TABLE servicelevels_ticket_events RENAME COLUMN "Means" TO "Meaning";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key",
                table: "servicelevels_ticket_events",
                columns: new[] { "TicketId", "Key" },
                unique: true);
        }
    }
}
