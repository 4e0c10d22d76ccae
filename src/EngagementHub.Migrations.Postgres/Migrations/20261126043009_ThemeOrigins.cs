using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ThemeOrigins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "responses_theme_origins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Theme = table.Column<Guid>(type: "uuid", nullable: false),
                    Thing = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_theme_origins", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_responses_theme_origins_Theme",
                table: "responses_theme_origins",
                column: "Theme");

            migrationBuilder.CreateIndex(
                name: "IX_responses_theme_origins_Thing",
                table: "responses_theme_origins",
                column: "Thing");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "responses_theme_origins");
        }
    }
}
