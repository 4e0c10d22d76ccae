using System.Globalization;
using EngagementHub.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Identity;

/// <summary>Reads settings strictly: a key that means nothing is as wrong as a value that cannot be right, for either may be a protection that its writer believes to be on.</summary>
internal static class Settings
{
    extension(IConfigurationSection section)
    {
        public IConfigurationSection KnowingOnly(IReadOnlyList<string> known)
        {
            foreach (var child in section.GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            {
                throw new SettingException($"{section.Path}:{child.Key}", known.Contains(child.Key.Trim(), StringComparer.OrdinalIgnoreCase)
                    ? "there is a space before or after the key; write it without"
                    : $"there is no such setting; there are {string.Join(", ", known)}");
            }

            return section;
        }

        public int Number(string key, int usual, int least, int most)
        {
            if (section[key] is not { Length: > 0 } text)
            {
                return usual;
            }

            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw section.Wrong(key, $"it is '{text}'; use a whole number from {least} to {most}");
        }

        public bool Flag(string key) => section[key] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var flag) => flag,
            var text => throw section.Wrong(key, $"it is '{text}'; use true or false"),
        };

        public string OneOf(string key, params IReadOnlyList<string> choices) =>
            section[key] is not { Length: > 0 } text ? choices[0]
            : choices.Contains(text) ? text
            : throw section.Wrong(key, $"it is '{text}'; use {string.Join(" or ", choices)}");

        public string Needed(string key) => section.Text(key) ?? throw section.Wrong(key, "it is missing");

        public string? Text(string key) =>
            section[key] is not { Length: > 0 } text ? null
            : text.Trim() == text ? text
            : throw section.Wrong(key, "there is a space before or after the value; write it without");

        /// <summary>A path of our own, as in <c>/signin-oidc</c>.</summary>
        public string Path(string key, string usual) =>
            section.Text(key) is not { } text ? usual
            : text.StartsWith('/') && text.Length > 1 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') && !text.Contains("//", StringComparison.Ordinal) ? text
            : throw section.Wrong(key, $"it is '{text}'; use a path such as {usual}");

        public IReadOnlyList<string> Texts(string key) => [.. section.GetSection(key).GetChildren().Select(c => c.Value?.Trim()).OfType<string>().Where(v => v.Length > 0)];

        public SettingException Wrong(string key, string sentence) => new($"{section.Path}:{key}", sentence);
    }
}
