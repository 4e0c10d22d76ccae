using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EngagementHub.Core.Ui;

/// <summary>A file to send; the form needs enctype="multipart/form-data".</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileFieldTagHelper : LabelledFieldTagHelper
{
    /// <summary>The kinds of file to offer, such as ".csv,text/csv".</summary>
    public string? Accept { get; set; }

    private protected override TagBuilder Control() => Tag
        .Of("input", "govuk-file-upload", Error is null ? null : "govuk-file-upload--error")
        .With("id", Id)
        .With("name", Name)
        .With("type", "file")
        .With("accept", Accept)
        .With("aria-describedby", DescribedBy());
}
