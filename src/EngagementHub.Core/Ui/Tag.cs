using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Core.Ui;

internal static class Tag
{
    public static TagBuilder Of(string name, params string?[] classes)
    {
        var tag = new TagBuilder(name);
        if (name is "input")
        {
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        }

        return tag.With("class", Words(classes));
    }

    public static string? Words(params string?[] words)
    {
        var joined = string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
        return joined.Length == 0 ? null : joined;
    }

    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");

    extension(TagBuilder tag)
    {
        /// <summary>An attribute without a value is left out.</summary>
        public TagBuilder With(string attribute, string? value)
        {
            if (value is not null)
            {
                tag.Attributes[attribute] = value;
            }

            return tag;
        }

        public TagBuilder When(bool holds, string attribute) => holds ? tag.With(attribute, attribute) : tag;

        public TagBuilder Holding(params IHtmlContent?[] parts)
        {
            foreach (var part in parts.OfType<IHtmlContent>())
            {
                tag.InnerHtml.AppendHtml(part);
            }

            return tag;
        }

        public TagBuilder Saying(string? text)
        {
            tag.InnerHtml.Append(text ?? "");
            return tag;
        }
    }

    extension(IHtmlContentBuilder builder)
    {
        public IHtmlContentBuilder AppendAll(params IHtmlContent?[] parts)
        {
            foreach (var part in parts.OfType<IHtmlContent>())
            {
                builder.AppendHtml(part);
            }

            return builder;
        }
    }
}
