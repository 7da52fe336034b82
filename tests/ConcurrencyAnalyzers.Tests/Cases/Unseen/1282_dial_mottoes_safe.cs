using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;

namespace PDialMottoesSafe;

public sealed record DialFace(string Town, string Motto, int Year);

public interface IMottoFormatter
{
    string Format(DialFace face);
}

public sealed class InscriptionFormatter : IMottoFormatter
{
    [ThreadStatic]
    private static StringBuilder? s_line;

    public string Format(DialFace face)
    {
        var line = s_line ??= new StringBuilder(128);
        line.Clear();
        line.Append(face.Town);
        line.Append(", A.D. ");
        line.Append(face.Year);
        line.Append(": ");
        foreach (var ch in face.Motto)
        {
            line.Append(ch == 'u' ? 'V' : char.ToUpperInvariant(ch));
        }
        return line.ToString();
    }
}

public sealed class MottoCatalogue
{
    private readonly IMottoFormatter _formatter;

    public MottoCatalogue(IMottoFormatter formatter) => _formatter = formatter;

    public string[] Print(IReadOnlyList<DialFace> faces)
    {
        var lines = new string[faces.Count];
        Parallel.For(0, faces.Count, i =>
        {
            lines[i] = _formatter.Format(faces[i]);
        });
        return lines;
    }

    public static string[] PrintAll(IReadOnlyList<DialFace> faces)
        => new MottoCatalogue(new InscriptionFormatter()).Print(faces);
}
