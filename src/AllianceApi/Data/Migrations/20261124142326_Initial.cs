using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AllianceApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.CheckConstraint("CK_Documents_Sha256", "length(\"Sha256\") = 64");
                });

            migrationBuilder.CreateTable(
                name: "Entities",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    SameAs = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ActorType = table.Column<string>(type: "TEXT", nullable: true),
                    CapabilityDomain = table.Column<string>(type: "TEXT", nullable: true),
                    CommandComposition = table.Column<string>(type: "TEXT", nullable: true),
                    ConceptType = table.Column<string>(type: "TEXT", nullable: true),
                    DebateQuestion = table.Column<string>(type: "TEXT", nullable: true),
                    DebateProposition = table.Column<string>(type: "TEXT", nullable: true),
                    PlaceType = table.Column<string>(type: "TEXT", nullable: true),
                    PositionStance = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Entities", x => x.Id);
                    table.CheckConstraint("CK_Entities_ActorType", "\"ActorType\" IN ('State', 'Organization', 'Group')");
                    table.CheckConstraint("CK_Entities_CapabilityDomain", "\"CapabilityDomain\" IN ('Conventional', 'Nuclear', 'Strategic', 'MissileDefense', 'Command', 'Intelligence', 'Industrial', 'Cyber', 'Space')");
                    table.CheckConstraint("CK_Entities_CommandComposition", "\"CommandComposition\" IN ('National', 'Bilateral', 'Multinational')");
                    table.CheckConstraint("CK_Entities_ConceptType", "\"ConceptType\" IN ('Idea', 'Aim', 'Quality', 'Activity', 'Threat', 'Condition')");
                    table.CheckConstraint("CK_Entities_Id", "length(\"Id\") BETWEEN 1 AND 100");
                    table.CheckConstraint("CK_Entities_PlaceType", "\"PlaceType\" IN ('Region', 'Peninsula', 'Sea')");
                    table.CheckConstraint("CK_Entities_PositionStance", "\"PositionStance\" IN ('For', 'Against', 'Conditional')");
                });

            migrationBuilder.CreateTable(
                name: "Graph",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    GraphId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Graph", x => x.Id);
                    table.CheckConstraint("CK_Graph_One", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "Predicates",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    InverseId = table.Column<string>(type: "TEXT", nullable: true),
                    InverseLabel = table.Column<string>(type: "TEXT", nullable: true),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", nullable: false),
                    Range = table.Column<string>(type: "TEXT", nullable: false),
                    Symmetric = table.Column<bool>(type: "INTEGER", nullable: false),
                    Transitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SingleValued = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Predicates", x => x.Id);
                    table.CheckConstraint("CK_Predicates_Id", "length(\"Id\") BETWEEN 1 AND 100");
                    table.CheckConstraint("CK_Predicates_Inverse", "(\"InverseId\" IS NULL) = (\"InverseLabel\" IS NULL) AND (\"InverseId\" IS NULL) = \"Symmetric\"");
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Number);
                    table.CheckConstraint("CK_Revisions_Number", "\"Number\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "Sections",
                columns: table => new
                {
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ParentId = table.Column<string>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sections", x => new { x.DocumentId, x.Id });
                    table.ForeignKey(
                        name: "FK_Sections_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sections_Sections_DocumentId_ParentId",
                        columns: x => new { x.DocumentId, x.ParentId },
                        principalTable: "Sections",
                        principalColumns: new[] { "DocumentId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Qualifier = table.Column<string>(type: "TEXT", nullable: true),
                    Modality = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.CheckConstraint("CK_Statements_Id", "length(\"Id\") BETWEEN 1 AND 100");
                    table.ForeignKey(
                        name: "FK_Statements_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    PredicateId = table.Column<string>(type: "TEXT", nullable: false),
                    ExcludedId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => new { x.PredicateId, x.ExcludedId });
                    table.ForeignKey(
                        name: "FK_Exclusions_Predicates_ExcludedId",
                        column: x => x.ExcludedId,
                        principalTable: "Predicates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exclusions_Predicates_PredicateId",
                        column: x => x.PredicateId,
                        principalTable: "Predicates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", nullable: false),
                    PredicateId = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectId = table.Column<string>(type: "TEXT", nullable: true),
                    Attribute = table.Column<string>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    Negated = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<string>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => x.Id);
                    table.CheckConstraint("CK_Facts_Form", "(\"PredicateId\" IS NULL) = (\"ObjectId\" IS NULL) AND (\"Attribute\" IS NULL) = (\"Value\" IS NULL)\nAND (\"PredicateId\" IS NULL) <> (\"Attribute\" IS NULL) AND (\"Attribute\" IS NULL OR NOT \"Negated\")");
                    table.ForeignKey(
                        name: "FK_Facts_Entities_ObjectId",
                        column: x => x.ObjectId,
                        principalTable: "Entities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Facts_Entities_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Entities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Facts_Predicates_PredicateId",
                        column: x => x.PredicateId,
                        principalTable: "Predicates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    Locator = table.Column<string>(type: "TEXT", nullable: false),
                    SectionId = table.Column<string>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Runs = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => new { x.DocumentId, x.Locator });
                    table.CheckConstraint("CK_Passages_Place", "\"Start\" >= 0 AND \"End\" > \"Start\"");
                    table.CheckConstraint("CK_Passages_Sha256", "length(\"Sha256\") = 64");
                    table.ForeignKey(
                        name: "FK_Passages_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Passages_Sections_DocumentId_SectionId",
                        columns: x => new { x.DocumentId, x.SectionId },
                        principalTable: "Sections",
                        principalColumns: new[] { "DocumentId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bearers",
                columns: table => new
                {
                    StatementId = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bearers", x => new { x.StatementId, x.EntityId });
                    table.ForeignKey(
                        name: "FK_Bearers_Entities_EntityId",
                        column: x => x.EntityId,
                        principalTable: "Entities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bearers_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Summaries",
                columns: table => new
                {
                    EntityId = table.Column<string>(type: "TEXT", nullable: false),
                    StatementId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Summaries", x => new { x.EntityId, x.StatementId });
                    table.ForeignKey(
                        name: "FK_Summaries_Entities_EntityId",
                        column: x => x.EntityId,
                        principalTable: "Entities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Summaries_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Supports",
                columns: table => new
                {
                    StatementId = table.Column<string>(type: "TEXT", nullable: false),
                    FactId = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supports", x => new { x.StatementId, x.FactId });
                    table.ForeignKey(
                        name: "FK_Supports_Facts_FactId",
                        column: x => x.FactId,
                        principalTable: "Facts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Supports_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    StatementId = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    Locator = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => new { x.StatementId, x.DocumentId, x.Locator });
                    table.ForeignKey(
                        name: "FK_Citations_Passages_DocumentId_Locator",
                        columns: x => new { x.DocumentId, x.Locator },
                        principalTable: "Passages",
                        principalColumns: new[] { "DocumentId", "Locator" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Citations_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bearers_EntityId",
                table: "Bearers",
                column: "EntityId");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_DocumentId_Locator",
                table: "Citations",
                columns: new[] { "DocumentId", "Locator" });

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_ExcludedId",
                table: "Exclusions",
                column: "ExcludedId");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_ObjectId",
                table: "Facts",
                column: "ObjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_PredicateId",
                table: "Facts",
                column: "PredicateId");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_SubjectId",
                table: "Facts",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_DocumentId_SectionId",
                table: "Passages",
                columns: new[] { "DocumentId", "SectionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Passages_DocumentId_Start",
                table: "Passages",
                columns: new[] { "DocumentId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Predicates_InverseId",
                table: "Predicates",
                column: "InverseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sections_DocumentId_ParentId",
                table: "Sections",
                columns: new[] { "DocumentId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Statements_DocumentId",
                table: "Statements",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Summaries_StatementId",
                table: "Summaries",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_Supports_FactId",
                table: "Supports",
                column: "FactId");

            migrationBuilder.CreateIndex(
                name: "IX_Tombstones_RevisionNumber",
                table: "Tombstones",
                column: "RevisionNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bearers");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "Exclusions");

            migrationBuilder.DropTable(
                name: "Graph");

            migrationBuilder.DropTable(
                name: "Summaries");

            migrationBuilder.DropTable(
                name: "Supports");

            migrationBuilder.DropTable(
                name: "Tombstones");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropTable(
                name: "Sections");

            migrationBuilder.DropTable(
                name: "Entities");

            migrationBuilder.DropTable(
                name: "Predicates");

            migrationBuilder.DropTable(
                name: "Documents");
        }
    }
}
