using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "StatedOpening",
                table: "servicelevels_tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql("""
                ALTER TABLE servicelevels_ticket_events ALTER COLUMN "Meaning" TYPE smallint USING CASE "Meaning" WHEN 'Open' THEN 0 WHEN 'Paused' THEN 1 WHEN 'Resolved' THEN 2 WHEN 'Closed' THEN 3 WHEN 'Void' THEN 4 END;
                """);

            migrationBuilder.AddColumn<bool>(
                name: "IsFirstResponse",
                table: "servicelevels_ticket_events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Priority",
                table: "servicelevels_ticket_events",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "servicelevels_ticket_events",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "servicelevels_ticket_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ServiceId",
                table: "servicelevels_ticket_events",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SupersededAt",
                table: "servicelevels_ticket_events",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Team",
                table: "servicelevels_ticket_events",
                type: "character varying(200)",
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
                ALTER TABLE servicelevels_ticket_events ALTER COLUMN "Meaning" TYPE character varying(40) USING CASE "Meaning" WHEN 0 THEN 'Open' WHEN 1 THEN 'Paused' WHEN 2 THEN 'Resolved' WHEN 3 THEN 'Closed' ELSE 'Void' END;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key",
                table: "servicelevels_ticket_events",
                columns: new[] { "TicketId", "Key" },
                unique: true);
        }
    }
}
