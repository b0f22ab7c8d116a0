using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AllianceApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Loads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsLoad",
                table: "Revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsLoad",
                table: "Revisions");
        }
    }
}
