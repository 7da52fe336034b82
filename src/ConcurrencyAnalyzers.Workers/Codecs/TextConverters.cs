using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// A string that arrives as it was sent or not at all: half of a surrogate pair has no UTF-8 form, and the
/// serializer would put a replacement character in its place.
/// </summary>
internal sealed class ExactStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        Check(value);
        writer.WriteStringValue(value);
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        Check(value);
        writer.WritePropertyName(value);
    }

    private static void Check(string value)
    {
        var i = value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (; i >= 0 && i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                throw new NotSupportedException($"The text has half a surrogate pair at index {i}, which has no UTF-8 form.");
            i++;
        }
    }
}

/// <summary>A character as its number, so that half of a surrogate pair arrives too.</summary>
internal sealed class ExactCharConverter : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (char)reader.GetUInt16();

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    public override char ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ushort.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? (char)number : throw new JsonException("A character is a number.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WritePropertyName(((ushort)value).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
