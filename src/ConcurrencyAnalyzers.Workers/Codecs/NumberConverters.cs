using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>A big integer as its two's-complement bytes.</summary>
internal sealed class BigIntegerConverter : JsonConverter<BigInteger>
{
    public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new BigInteger(reader.GetBytesFromBase64());
        }
        catch (FormatException e)
        {
            throw new JsonException("The bytes of a big integer are damaged.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToByteArray());
}

/// <summary>A complex number as its two parts.</summary>
internal sealed class ComplexConverter : JsonConverter<Complex>
{
    public override Complex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return parts is [var real, var imaginary] ? new Complex(real, imaginary) : throw new JsonException("A complex number has two parts.");
    }

    public override void Write(Utf8JsonWriter writer, Complex value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new[] { value.Real, value.Imaginary }, options);
}
