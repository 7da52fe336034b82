using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.L1070;

public sealed class CustomsCodes
{
    private readonly string _path;
    private IReadOnlyDictionary<string, string>? _codes;
    private object? _codesGate;
    private bool _codesReady;

    public CustomsCodes(string path) => _path = path;

    public string? Describe(string code)
    {
        IReadOnlyDictionary<string, string> codes =
            LazyInitializer.EnsureInitialized(ref _codes, ref _codesReady, ref _codesGate, Load)!;
        return codes.TryGetValue(code, out string? text) ? text : null;
    }

    private IReadOnlyDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in File.ReadLines(_path))
        {
            int tab = line.IndexOf('\t');
            if (tab > 0)
            {
                codes[line[..tab]] = line[(tab + 1)..];
            }
        }
        return codes;
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplication app = WebApplication.CreateBuilder(args).Build();
        var codes = new CustomsCodes("hs-codes.tsv");
        app.MapGet("/codes/{code}", (string code) =>
            codes.Describe(code) is { } text ? Results.Text(text) : Results.NotFound());
        app.Run();
    }
}
