using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignInAndSealedAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "core_audit",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "core_audit",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhyMark",
                table: "core_audit",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhySalt",
                table: "core_audit",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_logins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_logins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_protection_keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_protection_keys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "identity_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastSeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ProviderSession = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_sign_out_notices",
                columns: table => new
                {
                    IdHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GoodUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sign_out_notices", x => x.IdHash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_By",
                table: "core_audit",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_Place",
                table: "core_audit",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_unsealed",
                table: "core_audit",
                column: "Id",
                filter: "\"Place\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_identity_logins_Issuer_Subject",
                table: "identity_logins",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_logins_Person",
                table: "identity_logins",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_EndsOn",
                table: "identity_sessions",
                column: "EndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_KeyHash",
                table: "identity_sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_Person",
                table: "identity_sessions",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_ProviderSession",
                table: "identity_sessions",
                column: "ProviderSession");

            // Written by hand: the trail refuses to be edited. Allowed is to seal a line that has no seal, and to strike words of a reason together with its salt.
            // A later migration that rebuilds core_audit must make the triggers anew, as SQLite drops them with the old table.
            migrationBuilder.Sql("""
                CREATE TRIGGER core_audit_kept BEFORE DELETE ON core_audit BEGIN
                  SELECT RAISE(ABORT, 'A line of the audit trail is never removed');
                END;
                CREATE TRIGGER core_audit_unchanged BEFORE UPDATE ON core_audit
                WHEN NOT (new."Id" = old."Id" AND new."By" IS old."By" AND new."At" = old."At" AND new."What" = old."What" AND new."On" = old."On" AND (
                  (old."Place" IS NULL AND new."Place" IS NOT NULL AND new."Seal" IS NOT NULL AND new."Why" IS old."Why")
                  OR (new."Place" IS old."Place" AND new."Seal" IS old."Seal" AND new."WhyMark" IS old."WhyMark" AND new."WhySalt" IS NULL AND old."Why" IS NOT NULL AND new."Why" IS NOT NULL)))
                BEGIN
                  SELECT RAISE(ABORT, 'A line of the audit trail is never edited');
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER core_audit_kept; DROP TRIGGER core_audit_unchanged;");

            migrationBuilder.DropTable(
                name: "identity_logins");

            migrationBuilder.DropTable(
                name: "identity_protection_keys");

            migrationBuilder.DropTable(
                name: "identity_sessions");

            migrationBuilder.DropTable(
                name: "identity_sign_out_notices");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_By",
                table: "core_audit");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_Place",
                table: "core_audit");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_unsealed",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "WhyMark",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "WhySalt",
                table: "core_audit");
        }
    }
}
