using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DigestAnonymity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Anonymity",
                table: "responses_digests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.Sql("""UPDATE responses_digests SET "Anonymity" = CASE WHEN "AnonymousAllowed" = 1 THEN 'NotRecorded' WHEN "AnonymousAllowed" = 0 THEN 'Named' END""");
            migrationBuilder.Sql("""ALTER TABLE responses_digests DROP COLUMN "AnonymousAllowed" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Anonymity",
                table: "responses_digests");

            migrationBuilder.AddColumn<bool>(
                name: "AnonymousAllowed",
                table: "responses_digests",
                type: "INTEGER",
                nullable: true);
        }
    }
}
