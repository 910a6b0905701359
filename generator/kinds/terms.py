# One name for each list that records refer to; the text in `Refers` is the namespace (see `core.knowledge.Name`).
"""Types of fields that name a term or a record."""

from typing import Annotated

from generator.core.fields import Refers, unique

AreaId = Annotated[str, Refers("competence_area")]
Competence = Annotated[str, Refers("competences")]
Criterion = Annotated[str, Refers("criteria")]
EducationLevel = Annotated[str, Refers("education-levels")]
HandbookTheme = Annotated[str, Refers("handbook-themes")]
Language = Annotated[str, Refers("languages")]
Method = Annotated[str, Refers("methods")]
PolicyTheme = Annotated[str, Refers("policy-themes")]
ProviderId = Annotated[str, Refers("provider")]
ProviderKind = Annotated[str, Refers("provider-kinds")]
Region = Annotated[str, Refers("regions")]
Role = Annotated[str, Refers("roles")]
Theme = Annotated[str, Refers("themes")]
TopicId = Annotated[str, Refers("topics")]

Competences = Annotated[tuple[Competence, ...], unique()]
EducationLevels = Annotated[tuple[EducationLevel, ...], unique()]
Languages = Annotated[tuple[Language, ...], unique()]
Methods = Annotated[tuple[Method, ...], unique()]
PolicyThemes = Annotated[tuple[PolicyTheme, ...], unique()]
ProviderIds = Annotated[tuple[ProviderId, ...], unique()]
Regions = Annotated[tuple[Region, ...], unique()]
Roles = Annotated[tuple[Role, ...], unique()]
Themes = Annotated[tuple[Theme, ...], unique()]
