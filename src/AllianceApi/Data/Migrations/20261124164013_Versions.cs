using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AllianceApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Versions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    Credential = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Headers = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => new { x.Credential, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Versions",
                columns: table => new
                {
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Ending = table.Column<string>(type: "TEXT", nullable: false),
                    Successor = table.Column<string>(type: "TEXT", nullable: true),
                    Record = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versions", x => new { x.Type, x.Id, x.From });
                    table.CheckConstraint("CK_Versions_Time", "\"From\" < \"Until\"");
                    table.ForeignKey(
                        name: "FK_Versions_Revisions_Until",
                        column: x => x.Until,
                        principalTable: "Revisions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_Time",
                table: "Answers",
                column: "Time");

            migrationBuilder.CreateIndex(
                name: "IX_Versions_From",
                table: "Versions",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Versions_Until",
                table: "Versions",
                column: "Until");

            // What went before versions were kept is still known to be gone; what it was is not.
            migrationBuilder.Sql(
                """
                INSERT INTO "Versions" ("Type", "Id", "From", "Until", "Ending", "Successor", "Record")
                SELECT "Type", "Id", 0, "RevisionNumber", 'Deleted', "Successor", '' FROM "Tombstones"
                """);

            migrationBuilder.DropTable(
                name: "Tombstones");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "Versions");

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    Successor = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => new { x.Type, x.Id });
                    table.ForeignKey(
                        name: "FK_Tombstones_Revisions_RevisionNumber",
                        column: x => x.RevisionNumber,
                        principalTable: "Revisions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tombstones_RevisionNumber",
                table: "Tombstones",
                column: "RevisionNumber");
        }
    }
}
