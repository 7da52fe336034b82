using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;

namespace PDialMottoes;

public sealed record DialFace(string Town, string Motto, int Year);

public interface IMottoFormatter
{
    string Format(DialFace face);
}

public sealed class InscriptionFormatter : IMottoFormatter
{
    private readonly StringBuilder _line = new(128);

    public string Format(DialFace face)
    {
        _line.Clear(); // expect: RACE#1
        _line.Append(face.Town); // expect: RACE#1
        _line.Append(", A.D. "); // expect: RACE#1
        _line.Append(face.Year); // expect: RACE#1
        _line.Append(": "); // expect: RACE#1
        foreach (var ch in face.Motto)
        {
            _line.Append(ch == 'u' ? 'V' : char.ToUpperInvariant(ch)); // expect: RACE#1
        }
        return _line.ToString(); // expect: RACE#1
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
