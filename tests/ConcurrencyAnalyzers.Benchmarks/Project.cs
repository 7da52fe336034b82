using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>Code to measure: a response file for the compiler, and the same as a compilation in memory.</summary>
internal sealed class Project(string name, string responseFile)
{
    public string Name { get; } = name;

    public string ResponseFile { get; } = responseFile;

    /// <summary>A response file, a project (its build is asked for the compiler's command line), or a folder with sources.</summary>
    public static Project Open(string path, string scratch)
    {
        path = Path.GetFullPath(path);
        var name = Path.GetFileNameWithoutExtension(path.TrimEnd(Path.DirectorySeparatorChar));
        if (path.EndsWith(".rsp", StringComparison.Ordinal))
            return new(name, path);
        if (path.EndsWith(".csproj", StringComparison.Ordinal))
            return new(name, FromBuild(path, Path.Combine(scratch, name + ".rsp")));
        if (!Directory.Exists(path))
            throw new FileNotFoundException("No such response file, project or folder: " + path);
        return Directory.GetFiles(path, "*.csproj") is [var only]
            ? Open(only, scratch)
            : new(name, FromFolder(path, Path.Combine(scratch, name + ".rsp")));
    }

    public CSharpCompilation Load()
    {
        var arguments = CSharpCommandLineParser.Default.Parse(["@" + ResponseFile], Path.GetDirectoryName(ResponseFile), null);

        // As an editor parses: without comments in the trees, the compiler tells no analyzer that one document is done.
        var options = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);
        var trees = arguments.SourceFiles.Select(file =>
        {
            using var stream = File.OpenRead(file.Path);
            return CSharpSyntaxTree.ParseText(SourceText.From(stream), options, file.Path);
        });
        var references = arguments.MetadataReferences.Select(static reference => (MetadataReference)MetadataReference.CreateFromFile(reference.Reference, reference.Properties));
        return CSharpCompilation.Create(arguments.CompilationName ?? Name, trees, references, arguments.CompilationOptions
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithCryptoKeyFile(null).WithDelaySign(null).WithPublicSign(false).WithMetadataImportOptions(MetadataImportOptions.Public));
    }

    /// <summary>All its lines, comments and blanks included.</summary>
    public static int Lines(Compilation compilation) => compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);

    private static string FromBuild(string project, string responseFile)
    {
        var targets = Path.ChangeExtension(responseFile, ".targets");
        File.WriteAllText(targets, $"""
            <Project>
              <Target Name="WriteCompilerArguments" AfterTargets="CoreCompile" Condition="'$(TargetFramework)' != ''">
                <WriteLinesToFile File="{responseFile}" Lines="@(CscCommandLineArgs)" Overwrite="true" />
              </Target>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["build", project, "--no-incremental", "-p:ProvideCommandLineArgs=true", "-p:CustomAfterMicrosoftCommonTargets=" + targets, "-v:q"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(responseFile))
            throw new InvalidOperationException("The project does not build:\n" + output);

        // Analyzers and their settings are what is measured, and relative paths must hold in another folder.
        var arguments = CSharpCommandLineParser.Default.Parse(File.ReadAllLines(responseFile), Path.GetDirectoryName(project), null);
        string[] dropped = ["/analyzer", "/warnaserror", "/ruleset", "/errorlog", "/generatedfilesout", "/refout", "/out", "/pdb", "/doc", "/reference", "/sourcelink", "/pathmap", "/additionalfile", "/keyfile", "/embed"];
        var kept = File.ReadAllLines(responseFile).Where(line => line.StartsWith('/') && !File.Exists(line) && !dropped.Any(prefix => line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        File.WriteAllLines(responseFile, [.. kept, "/out:" + Path.GetFileName(arguments.OutputFileName),
            .. arguments.MetadataReferences.Select(static reference => $"/reference:\"{reference.Reference}\""), .. arguments.SourceFiles.Select(static file => $"\"{file.Path}\"")]);
        return responseFile;
    }

    private static string FromFolder(string folder, string responseFile)
    {
        var separator = Path.DirectorySeparatorChar;
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !file.Contains($"{separator}bin{separator}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(file => Path.GetDirectoryName(file) == runtime);
        File.WriteAllLines(responseFile, ["/target:library", "/unsafe", "/langversion:latest", "/nullable:enable", "/out:folder.dll",
            .. references.Select(static file => $"/reference:\"{file}\""), .. sources.Select(static file => $"\"{file}\"")]);
        return responseFile;
    }
}
